using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Reading an offer: points for each criterion, a comment for those who offer it and one for the organisers.</summary>
[Needs<ReadAsReviewer>]
public sealed class ReadModel(AppDb db, ReviewDesk desk, TimeProvider clock) : PageModel
{
    private TrainingDay _day = null!;

    public Review Review => HttpContext.Thing<Review>();

    public OfferDetail Detail { get; private set; } = null!;

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public bool IsBlind { get; private set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public string By => $"Offered by {Count.List(Detail.Presenters.Select(presenter => presenter.From.Length > 0 ? $"{presenter.Name} ({presenter.From})" : presenter.Name))}";

    public bool CanWrite => _day.Stage == DayStage.Review && Review.State != ReviewState.Abstained
        && Detail.Offer is { State: OfferState.Submitted, Decision: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Input = new ReviewInput
        {
            SharedComment = Review.SharedComment,
            PrivateComment = Review.PrivateComment,
            Version = Review.Version,
            Points = [.. Criteria.Select(criterion => new PointsInput { Criterion = criterion.Id, Given = Review.Scores.Find(score => score.CriterionId == criterion.Id)?.Points })],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var isDone = string.Equals(then, "done", StringComparison.Ordinal);
        var given = Input.Points.Where(points => points.Given is >= 0 and <= Criterion.MostPoints).ToDictionary(points => points.Criterion, points => points.Given!.Value);
        Input.Points = [.. Criteria.Select(criterion => new PointsInput { Criterion = criterion.Id, Given = given.TryGetValue(criterion.Id, out var points) ? points : null })];
        foreach (var (place, criterion) in Criteria.Index())
        {
            if (isDone && !given.ContainsKey(criterion.Id))
                ModelState.AddModelError($"Input.Points[{place}].Given", $"{criterion.Name}: choose 0 to {Criterion.MostPoints} points, or keep the review for later");
        }
        if (!CanWrite || !ModelState.IsValid)
            return Page();
        db.Expect(Review, Input.Version);
        Write(given);
        Review.State = isDone ? ReviewState.Done : ReviewState.Open;
        Review.DoneAt = isDone ? clock.GetUtcNow().UtcDateTime : null;
        await db.SaveChangesAsync(cancellation);
        this.Flash(isDone ? "Handed in. You can change it until the offer is decided." : "Kept. It counts once you hand it in.");
        return LocalRedirect("/training-days/reviews/mine");
    }

    public async Task<IActionResult> OnPostAbstainAsync(int version, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !CanWrite)
            return NotFound();
        db.Expect(Review, version);
        Review.State = ReviewState.Abstained;
        Review.DoneAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        await desk.HandOutAsync(_day, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Flash("Put back. Somebody else reads it.");
        return LocalRedirect("/training-days/reviews/mine");
    }

    private void Write(Dictionary<Guid, int> given)
    {
        Review.SharedComment = Input.SharedComment?.Trim() ?? "";
        Review.PrivateComment = Input.PrivateComment?.Trim() ?? "";
        foreach (var score in Review.Scores.Where(score => !given.ContainsKey(score.CriterionId)).ToList())
            db.ReviewScores.Remove(score);
        foreach (var (criterion, points) in given.Where(pair => Criteria.Any(criterion => criterion.Id == pair.Key)))
        {
            if (Review.Scores.Find(score => score.CriterionId == criterion) is { } kept)
                kept.Points = points;
            else
                db.ReviewScores.Add(new ReviewScore { ReviewId = Review.Id, CriterionId = criterion, Points = points });
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var offer = await db.Offers.Include(row => row.Topic).Include(row => row.Day).AsNoTracking().SingleAsync(row => row.Id == Review.OfferId, cancellation);
        _day = offer.Day!;
        if (_day.Stage < DayStage.Review || offer.State != OfferState.Submitted || Review.State == ReviewState.Abstained)
            return false;
        var call = await CallReader.ReadAsync(db, _day.Id, cancellation);
        (Criteria, IsBlind) = (call?.Criteria ?? [], call?.IsBlind ?? false);
        await db.Entry(Review).Collection(review => review.Scores).LoadAsync(cancellation);
        // Files say too easily whose they are, and open from the pages of presenters and organisers only.
        Detail = await OfferDetail.ReadAsync(db, offer, cancellation) with { Files = [] };
        return true;
    }

    public sealed class ReviewInput
    {
        public List<PointsInput> Points { get; set; } = [];

        [StringLength(Review.CommentLength), DataType(DataType.MultilineText)]
        public string? SharedComment { get; set; }

        [StringLength(Review.CommentLength), DataType(DataType.MultilineText)]
        public string? PrivateComment { get; set; }

        public int Version { get; set; }
    }

    public sealed class PointsInput
    {
        public Guid Criterion { get; set; }

        public int? Given { get; set; }
    }
}
