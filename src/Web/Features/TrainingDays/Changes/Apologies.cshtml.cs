using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Who said that they cannot come.</summary>
[Needs<FollowDay>]
public sealed class ApologiesModel(AppDb db) : FollowPage
{
    public PageOf<Row> Listed { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var people = Followed(db);
        if (NameSearch.Pattern(query.Find) is { } pattern)
            people = people.Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape));
        Listed = await db.Apologies.Join(people, apology => apology.InviteeId, invitee => invitee.Id, (apology, invitee) => new { apology, invitee })
            .OrderBy(row => row.apology.Slot!.StartMinute).ThenBy(row => row.invitee.Person!.FamilyName).ThenBy(row => row.apology.Id)
            .Select(row => new Row(
                row.invitee.Person!.GivenName + " " + row.invitee.Person.FamilyName, row.invitee.Organisation!.Name, row.apology.Slot!.Name,
                row.apology.Reason, row.apology.At))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public sealed record Row(string Name, string School, string Slot, string Reason, DateTime At);
}
