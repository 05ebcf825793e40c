using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary>
/// What stands where there is nothing yet: <c>&lt;empty-state icon="users" title="No people yet"&gt;what to do next, and the button for it&lt;/empty-state&gt;</c>.
/// Inside a listing it is shown only while the listing has no rows.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Icon { get; set; } = "inbox"; // icon="inbox"

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var listing = context.Items.TryGetValue(typeof(ListingTagHelper), out var held) ? (ListingParts)held : null;
        if (listing is { HasRows: true })
        {
            output.SuppressOutput();
            return;
        }
        var empty = Markup.Element("div", "empty-state", Icons.Named(Icon, ViewContext), Markup.Element("h2", null, Title), await output.GetChildContentAsync());
        output.TagName = null;
        if (listing is null)
            output.Content.SetHtmlContent(empty);
        else
        {
            listing.Empty = empty;
            output.SuppressOutput();
        }
    }
}
