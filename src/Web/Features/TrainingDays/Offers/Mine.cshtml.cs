using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>All that somebody offers, has offered or is asked to present.</summary>
[Needs<SignedIn>]
public sealed class MineModel(AppDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    private static readonly SortOrders<OfferPresenter> Orders = new("-date", one => one.Id)
    {
        ["date"] = one => one.Offer!.Day!.Date,
        ["title"] = one => one.Offer!.Title,
    };

    public PageOf<MyOffer> Offers { get; private set; } = null!;

    public IReadOnlyList<OpenCall> Calls { get; private set; } = [];

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var person = current.Viewer.PersonId;
        Offers = await MyOffers.Of(db, person).PageAsync(Orders, query, MyOffer.Row, cancellation);
        Calls = (await MyOffers.ReadAsync(db, person, clock.GetUtcNow().UtcDateTime, cancellation)).Calls;
    }
}
