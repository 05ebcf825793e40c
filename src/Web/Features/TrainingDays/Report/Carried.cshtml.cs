using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What a closed day leaves behind for the next one, person by person.</summary>
[Needs<OrganiseDay>]
public sealed class CarriedModel(AppDb db) : DayPage
{
    private static readonly SortOrders<Disappointment> Orders = new("-after", row => row.Id)
    {
        ["name"] = row => row.Person!.FamilyName,
        ["after"] = row => row.After,
    };

    public PageOf<Row> Listed { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var rows = db.Disappointments.Where(row => row.DayId == Day.Id);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            rows = rows.Where(row => EF.Functions.Like((row.Person!.GivenName + " " + row.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        Listed = await rows.PageAsync(
            Orders, query, row => new Row(row.Person!.GivenName + " " + row.Person.FamilyName, row.Change, row.Steps, row.Before, row.After), cancellation);
    }

    public sealed record Row(string Name, CarryChange Change, int Steps, int Before, int After)
    {
        public string Why => CarryRule.Words(Change, Steps, Before);
    }
}
