using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>
/// The form above a listing: <c>&lt;find-form label="Name or school" /&gt;</c>. Further filters stand inside it, and their names in <c>own</c>:
/// <c>&lt;find-form label="Name" own="role,school"&gt;&lt;div&gt;&lt;label ...&gt;&lt;select name="role"&gt;...&lt;/div&gt;&lt;/find-form&gt;</c>.
/// </summary>
[HtmlTargetElement("find-form")]
public sealed class FindFormTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Label { get; set; }

    public string Own { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var filters = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", filters.IsEmptyOrWhiteSpace ? "find-form" : "find-form find-form-filtered");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        var asked = request.Query["find"].ToString();
        var box = Markup.Element("input", "form-control").With("type", "search").With("id", "find").With("name", "find")
            .With("value", asked).With("autocomplete", "off");
        output.Content.SetHtmlContent(Markup.Element("div", null, Markup.Element("label", null, Label).With("for", "find"), box));
        var own = Own.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isFiltered = own.Any(name => !string.IsNullOrEmpty(request.Query[name]));
        if (!filters.IsEmptyOrWhiteSpace)
        {
            // On a phone they are folded away, so that the list begins on the first screen.
            output.Content.AppendHtml(Markup.Element("details", "find-more", Markup.Element("summary", null, "More filters")).With("open", isFiltered ? "open" : null));
            output.Content.AppendHtml(Markup.Element("div", "find-filters", filters));
        }
        // What else stands in the address is kept; the page number is not, since other rows stand there now.
        var set = own.Append("find").Append("number").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query.Where(pair => !set.Contains(pair.Key)))
            output.Content.AppendHtml(Markup.Element("input").With("type", "hidden").With("name", name).With("value", value));
        output.Content.AppendHtml(Markup.Element("button", "btn", Icons.Named("search", ViewContext), "Find").With("type", "submit"));
        if (asked.Length > 0 || isFiltered)
            output.Content.AppendHtml(Markup.Link(request.PathBase + request.Path, "btn", "Show all"));
    }
}
