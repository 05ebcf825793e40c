using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

public static class CrumbsOfPage
{
    internal const string Key = "Crumbs";
    internal const string StandingKey = "Standing";

    /// <summary>The pages above this one, the highest first: <c>ViewData.Crumbs(("Training days", "/training-days"))</c>.</summary>
    public static void Crumbs(this ViewDataDictionary data, params (string Words, string Href)[] above) => data[Key] = above;

    /// <summary>Where the thing stands that the lowest page above is about, in two or three words: said after its name.</summary>
    public static void Standing(this ViewDataDictionary data, string words) => data[StandingKey] = words;
}

/// <summary>Shows what <see cref="CrumbsOfPage.Crumbs"/> holds. The layout has it; no page needs it.</summary>
[HtmlTargetElement("breadcrumb", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BreadcrumbTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData[CrumbsOfPage.Key] is not (string Words, string Href)[] { Length: > 0 } above)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-label", "Where you are");
        var list = Markup.Element("ol", "crumbs");
        for (var at = 0; at < above.Length; at++)
            list.InnerHtml.AppendHtml(Markup.Element("li", at == above.Length - 1 ? "crumb-back" : null, Markup.Link(above[at].Href, null, above[at].Words)));
        if (ViewContext.ViewData[CrumbsOfPage.StandingKey] is string standing)
            list.InnerHtml.AppendHtml(Markup.Element("li", "crumb-standing", standing));
        output.Content.SetHtmlContent(list);
    }
}
