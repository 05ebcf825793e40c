using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>What one was given to read, for days whose offers are not decided yet.</summary>
[Needs<SignedIn>]
public sealed class MineModel(AppDb db, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Row> Reviews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Reviews = await Of(db, current.Viewer.PersonId)
            .OrderBy(review => review.State).ThenBy(review => review.Offer!.Title).ThenBy(review => review.Id)
            .Select(review => new Row(review.Id, review.Offer!.Title, review.Offer.Day!.Name, review.Offer.Day.Date, review.State))
            .Take(DayReviewer.MostOffers).ToListAsync(cancellation);

    internal static IQueryable<Review> Of(AppDb db, Guid person) => db.Reviews.AsNoTracking().Where(review =>
        review.ReviewerId == person && review.State != ReviewState.Abstained && review.Offer!.State == OfferState.Submitted && review.Offer.Day!.Stage == DayStage.Review);

    public sealed record Row(Guid Id, string Title, string Day, DateOnly Date, ReviewState State);
}
