using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>
/// What the address asks of a listing: ?find=smith&amp;sort=-joined&amp;number=2&amp;size=50. A page takes it as a parameter of OnGetAsync.
/// Whatever stands there, the answer is a page of rows.
/// </summary>
public sealed class ListingQuery
{
    public const int UsualSize = 25;

    public static IReadOnlyList<int> Sizes { get; } = [UsualSize, 50, 100];

    [FromQuery(Name = "number")]
    public string? AskedNumber { get; set; }

    [FromQuery(Name = "size")]
    public string? AskedSize { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The words to look for; the page decides where.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    internal int Number => int.TryParse(AskedNumber, out var number) && number > 0 ? number : 1;

    internal int Size => int.TryParse(AskedSize, out var size) && Sizes.Contains(size) ? size : UsualSize;
}
