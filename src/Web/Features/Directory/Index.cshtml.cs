using System.Globalization;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>The organisations of this installation.</summary>
[Needs<BrowseDirectory>]
public sealed class IndexModel(AppDb db, CurrentViewer current) : PageModel
{
    private static readonly SortOrders<Organisation> Orders = new("name", organisation => organisation.Id)
    {
        ["name"] = organisation => organisation.Name,
        ["kind"] = organisation => organisation.Kind,
        ["town"] = organisation => organisation.Town,
    };

    [BindProperty(SupportsGet = true)]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Trust { get; set; }

    public PageOf<Row> Organisations { get; private set; } = null!;

    public IReadOnlyList<string> Phases { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Trusts { get; private set; } = [];

    public bool MayUseRegister => current.Viewer.CanSomewhere(Right.GrantRoles) || current.Viewer.RunsInstallation;

    public bool MayAdd => current.Viewer.CanSomewhere(Right.EditOrganisation) || current.Viewer.RunsInstallation;

    /// <summary>Emails that never arrived, of those of which the viewer may know.</summary>
    public int Lost { get; private set; }

    public IReadOnlyList<Guid> Mine => current.Viewer.Where(Right.SeePeople);

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Organisations = await Filtered(query.Find).PageAsync(
            Orders,
            query,
            organisation => new Row(
                organisation.Id, organisation.Name, organisation.Kind, organisation.Phase, organisation.Town, organisation.TrustId,
                organisation.Trust!.Name, organisation.ClosedOn),
            cancellation);
        if (current.Viewer.CanSomewhere(Right.EditPeople) || current.Viewer.RunsInstallation)
            Lost = await LostMails.Of(db, current.Viewer).CountAsync(cancellation);
        Phases = await db.Organisations.Where(organisation => organisation.Phase != "").Select(organisation => organisation.Phase)
            .Distinct().OrderBy(phase => phase).ToListAsync(cancellation);
        var trusts = await db.Organisations.Where(organisation => organisation.Kind == OrganisationKind.Trust)
            .OrderBy(trust => trust.Name).ThenBy(trust => trust.Id).Select(trust => new { trust.Id, trust.Name }).ToListAsync(cancellation);
        Trusts = [.. trusts.Select(trust => (trust.Id, trust.Name))];
    }

    private IQueryable<Organisation> Filtered(string? find)
    {
        var found = db.Organisations.AsNoTracking();
        if (Kind is { } kind)
            found = found.Where(organisation => organisation.Kind == kind);
        if (!string.IsNullOrEmpty(Phase))
            found = found.Where(organisation => organisation.Phase == Phase);
        if (Trust is { } trust)
            found = found.Where(organisation => organisation.TrustId == trust || organisation.Id == trust);
        foreach (var word in SearchWords.Of(find))
        {
            var urn = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
            found = found.Where(organisation => organisation.Name.ToLower().Contains(word) || organisation.Town.ToLower().Contains(word)
                || organisation.Postcode.ToLower().Contains(word) || (urn != null && organisation.Urn == urn));
        }
        return found;
    }

    public sealed record Row(
        Guid Id, string Name, OrganisationKind Kind, string Phase, string Town, Guid? TrustId, string? TrustName, DateOnly? ClosedOn);
}
