using Guildhall.Web.Platform.Ui.Listings;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Finds schools by parts of what is known of them: name, town, postcode, URN, trust.</summary>
public static class RegisterSearch
{
    public static SortOrders<RegisterSchool> Orders { get; } = new("name", school => school.Urn)
    {
        ["name"] = school => school.Name,
        ["town"] = school => school.Town,
        ["phase"] = school => school.Phase,
        ["trust"] = school => school.TrustName,
    };

    /// <summary>Schools in whose text every word of the search occurs; all schools when nothing is asked.</summary>
    public static IQueryable<RegisterSchool> Matching(this IQueryable<RegisterSchool> schools, string? search)
    {
        foreach (var word in RegisterSearchText.Words(search))
            schools = schools.Where(school => school.SearchText.Contains(word));
        return schools;
    }
}
