using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>
/// Gives each cell of a listing the heading of its column, which a phone shows before it. Pages write plain th and td;
/// <c>&lt;th scope="col" bare&gt;</c> heads cells that say by themselves what they are, such as a button.
/// </summary>
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
[HtmlTargetElement("tr")]
public sealed class CellTagHelper : TagHelper
{
    public bool Bare { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(ListingTagHelper), out var held))
            return;
        var parts = (ListingParts)held;
        var isRow = context.TagName == "tr";
        if (isRow)
            parts.Column = 0;
        else if (context.TagName == "th" && context.AllAttributes["scope"]?.Value.ToString() != "row")
            parts.Headings.Add(Bare ? "" : ColumnWords.Of(await output.GetChildContentAsync()));
        else
        {
            if (context.TagName == "td" && (await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
                output.Content.Clear(); // so that the style sheet can tell
            else if (context.TagName == "td" && parts.Column < parts.Headings.Count && parts.Headings[parts.Column].Length > 0)
                output.Attributes.SetAttribute("data-label", parts.Headings[parts.Column]);
            parts.Column++;
        }
    }
}

internal static partial class ColumnWords
{
    /// <summary>The text of a heading without its tags.</summary>
    public static string Of(TagHelperContent content) => WebUtility.HtmlDecode(Tag().Replace(content.GetContent(), "")).Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
