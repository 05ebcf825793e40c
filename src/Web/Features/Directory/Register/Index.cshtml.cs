using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>The national register of schools, to take schools from.</summary>
[Needs<UseRegister>]
public sealed class IndexModel(AppDb db, CurrentViewer current) : PageModel
{
    public PageOf<Row> Schools { get; private set; } = null!;

    public string? Find { get; private set; }

    /// <summary>The pages of those schools that are in the directory.</summary>
    public IReadOnlyDictionary<int, Guid> Known { get; private set; } = new Dictionary<int, Guid>();

    private HashSet<int> MyTrusts { get; set; } = [];

    public bool RunsInstallation => current.Viewer.RunsInstallation;

    public bool MayAdd(Row row) => RunsInstallation || (row.TrustUid is { } uid && MyTrusts.Contains(uid));

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Find = query.Find;
        Schools = await db.RegisterSchools.Matching(query.Find).PageAsync(
            RegisterSearch.Orders,
            query,
            school => new Row(school.Urn, school.Name, school.Phase, school.Status, school.Town, school.Postcode, school.TrustUid, school.TrustName),
            cancellation);
        int?[] urns = [.. Schools.Items.Select(row => (int?)row.Urn)];
        Known = await db.Organisations.Where(row => urns.Contains(row.Urn))
            .Select(row => new { row.Urn, row.Id }).ToDictionaryAsync(row => row.Urn!.Value, row => row.Id, cancellation);
        if (RunsInstallation)
            return;
        var places = current.Viewer.Where(Right.GrantRoles);
        MyTrusts = await db.Organisations.Where(row => row.GroupUid != null && places.Contains(row.Id))
            .Select(row => row.GroupUid!.Value).ToHashSetAsync(cancellation);
    }

    public sealed record Row(int Urn, string Name, string Phase, SchoolStatus Status, string Town, string Postcode, int? TrustUid, string TrustName);
}
