using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary><c>&lt;sortable-header sort="name"&gt;Name&lt;/sortable-header&gt;</c> in the head of a listing; the name is one of its <see cref="SortOrders{T}"/>.</summary>
[HtmlTargetElement("sortable-header")]
public sealed class SortableHeaderTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Sort { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = (ListingParts)context.Items[typeof(ListingTagHelper)];
        var words = ColumnWords.Of(await output.GetChildContentAsync());
        parts.Headings.Add(words);
        parts.Sorts.Add((Sort, words));
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        if (parts.Page?.Sort?.TrimStart('-') == Sort)
            output.Attributes.SetAttribute("aria-sort", parts.Page.Sort[0] == '-' ? "descending" : "ascending");
        output.Content.SetHtmlContent(SortLink(ViewContext, parts.Page, Sort, words));
    }

    // icon="arrow-up" icon="arrow-down" icon="arrows-sort"
    internal static TagBuilder SortLink(ViewContext view, PageOf? page, string sort, string words)
    {
        var next = page?.Sort == sort ? "-" + sort : sort;
        var icon = page?.Sort == sort ? "arrow-up" : page?.Sort == "-" + sort ? "arrow-down" : "arrows-sort";
        return Markup.Link(view.HttpContext.Request.With(("sort", next), ("number", null)), null, words, Icons.Named(icon, view));
    }
}
