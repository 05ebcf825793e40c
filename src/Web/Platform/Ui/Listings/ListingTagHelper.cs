using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>
/// A table: <c>&lt;listing caption="People at Elm Park" page="Model.People"&gt;</c> with thead, tbody and an empty-state inside; the pager comes by itself.
/// Rows that are not paged: <c>rows="Model.Slots.Count"</c> in place of <c>page</c>. On a phone each row becomes a card.
/// </summary>
[HtmlTargetElement("listing")]
public sealed class ListingTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the table holds, for those who cannot see it.</summary>
    public required string Caption { get; set; }

    public PageOf? Page { get; set; }

    public int? Rows { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = new ListingParts(Page, (Page?.Total ?? Rows) > 0);
        context.Items[typeof(ListingTagHelper)] = parts;
        var table = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "listing");
        if (!parts.HasRows)
        {
            output.Content.SetHtmlContent(IsFiltered ? NothingFound() : parts.Empty ?? HtmlString.Empty);
            return;
        }
        output.Content.SetHtmlContent(SortOnPhone(parts));
        output.Content.AppendHtml(Markup.Element("table", "listing-table", Markup.Element("caption", "visually-hidden", Caption), table));
        if (Page is not null)
            output.Content.AppendHtml(Pager.Of(Page, Caption, ViewContext.HttpContext.Request));
    }

    private bool IsFiltered => ViewContext.HttpContext.Request.Query.Any(pair =>
        pair.Key is not ("number" or "size" or "sort") && !string.IsNullOrEmpty(pair.Value));

    // "There is nothing yet" would be untrue when it is the search that leaves nothing.
    private TagBuilder NothingFound() => Markup.Element("div", "empty-state",
        Icons.Named("search", ViewContext), // icon="search"
        Markup.Element("h2", null, "Nothing found"),
        Markup.Element("p", null, "Nothing fits what you are looking for. Try fewer or other words."),
        Markup.Link(ViewContext.HttpContext.Request.PathBase + ViewContext.HttpContext.Request.Path, "btn", "Show all"));

    // The headings, and with them the links that sort, are not shown on a phone.
    private IHtmlContent SortOnPhone(ListingParts parts)
    {
        if (parts.Sorts.Count == 0)
            return HtmlString.Empty;
        var links = Markup.Element("div", "sort-on-phone", Markup.Element("span", null, "Sort by "));
        foreach (var (sort, words) in parts.Sorts)
            links.InnerHtml.AppendHtml(SortableHeaderTagHelper.SortLink(ViewContext, Page, sort, words)).Append(" ");
        return links;
    }
}
