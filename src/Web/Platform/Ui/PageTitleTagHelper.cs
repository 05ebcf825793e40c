using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary>
/// The page's one h1, which is also the window's title: <c>&lt;page-title words="People" lead="Everybody at Elm Park"&gt;...&lt;/page-title&gt;</c>.
/// What stands inside are the page's own actions, such as "Add a person".
/// </summary>
[HtmlTargetElement("page-title")]
public sealed class PageTitleTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Words { get; set; }

    public string? Lead { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] = Words;
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        output.Content.SetHtmlContent(Markup.Element("div", null,
            Markup.Element("h1", null, Words),
            string.IsNullOrEmpty(Lead) ? null : Markup.Element("p", null, Lead)));
        if (!actions.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
    }
}
