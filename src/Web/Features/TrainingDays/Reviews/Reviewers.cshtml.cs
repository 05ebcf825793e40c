using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Who reads the offers of a day, and the giving out.</summary>
[Needs<OrganiseDay>]
public sealed class ReviewersModel(AppDb db, Viewer viewer, ReviewDesk desk, AuditTrail audit) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    public IReadOnlyList<Row> Reviewers { get; private set; } = [];

    public int ReadersEach { get; private set; }

    public bool CanHandOut => Day.Stage == DayStage.Review && Reviewers.Count > 0;

    private DayPeople People => new(db, viewer, Day);

    public bool IsReviewer(Guid person) => Reviewers.Any(row => row.PersonId == person);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ReadersEach = await db.Calls.Where(call => call.DayId == Day.Id).Select(call => (int?)call.ReviewsEach).SingleOrDefaultAsync(cancellation) ?? new WorkshopCall().ReviewsEach;
        var reviews = db.Reviews.Where(review => review.Offer!.DayId == Day.Id);
        Reviewers = await db.DayReviewers.Where(reviewer => reviewer.DayId == Day.Id)
            .OrderBy(reviewer => reviewer.Person!.FamilyName).ThenBy(reviewer => reviewer.Person!.GivenName).ThenBy(reviewer => reviewer.Id)
            .Select(reviewer => new Row(
                reviewer.Id, reviewer.PersonId, reviewer.Person!.GivenName + " " + reviewer.Person.FamilyName,
                db.Posts.Where(post => post.PersonId == reviewer.PersonId && (post.EndedOn == null || post.EndedOn >= Day.Date))
                    .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id).Select(post => post.Organisation!.Name).FirstOrDefault() ?? "",
                reviews.Count(review => review.ReviewerId == reviewer.PersonId && review.State != ReviewState.Abstained),
                reviews.Count(review => review.ReviewerId == reviewer.PersonId && review.State == ReviewState.Done),
                reviews.Count(review => review.ReviewerId == reviewer.PersonId && review.State == ReviewState.Abstained)))
            .ToListAsync(cancellation);
        Found = await People.FindAsync(Find, cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync(Guid person, CancellationToken cancellation)
    {
        if (await People.MainPostAsync(person, cancellation) is not { } post)
            return NotFound();
        if (!await db.DayReviewers.AnyAsync(reviewer => reviewer.DayId == Day.Id && reviewer.PersonId == person, cancellation))
        {
            db.DayReviewers.Add(new DayReviewer { DayId = Day.Id, PersonId = person });
            audit.Record($"made {post.Person!.FullName} a reviewer of offers", Subject, Day.OrganisationId, person);
            if (!await SaveAsync(db, "", "Somebody else added this reviewer just now", cancellation))
                return LocalRedirect(To("reviews/reviewers"));
            this.Flash($"{post.Person.FullName} is a reviewer.");
        }
        return LocalRedirect(To("reviews/reviewers"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reviewer, CancellationToken cancellation)
    {
        if (await db.DayReviewers.Include(row => row.Person).SingleOrDefaultAsync(row => row.Id == reviewer && row.DayId == Day.Id, cancellation) is not { } found)
            return NotFound();
        db.DayReviewers.Remove(found);
        db.Reviews.RemoveRange(await db.Reviews
            .Where(review => review.Offer!.DayId == Day.Id && review.ReviewerId == found.PersonId && review.State == ReviewState.Open).ToListAsync(cancellation));
        audit.Record($"took {found.Person!.FullName} off the reviewers of offers", Subject, Day.OrganisationId, found.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Person.FullName} is no longer a reviewer.");
        return LocalRedirect(To("reviews/reviewers"));
    }

    public async Task<IActionResult> OnPostHandOutAsync(CancellationToken cancellation)
    {
        if (Day.Stage != DayStage.Review)
            return LocalRedirect(To("reviews/reviewers"));
        var handed = await desk.HandOutAsync(Day, cancellation);
        if (await SaveAsync(db, "", "", cancellation))
            this.Flash(handed.Words, handed.ShortOffers == 0 ? Kind.Success : Kind.Warning);
        else
            this.Flash("Somebody else gave out the offers just now.", Kind.Warning);
        return LocalRedirect(To("reviews/reviewers"));
    }

    public sealed record Row(Guid Id, Guid PersonId, string Name, string From, int Given, int Done, int Abstained);
}
