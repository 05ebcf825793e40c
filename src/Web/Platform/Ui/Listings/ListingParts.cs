using Microsoft.AspNetCore.Html;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>What the parts of a listing tell each other while it is written.</summary>
internal sealed class ListingParts(PageOf? page, bool hasRows)
{
    public PageOf? Page { get; } = page;

    public bool HasRows { get; } = hasRows;

    public IHtmlContent? Empty { get; set; }

    /// <summary>The headings of the columns, as the cells repeat them on a phone.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>The orders that its headings offer, with their words.</summary>
    public List<(string Sort, string Words)> Sorts { get; } = [];

    public int Column { get; set; }
}
