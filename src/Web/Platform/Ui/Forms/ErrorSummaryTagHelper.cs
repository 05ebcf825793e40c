using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: what is to be put right, each with a link to its field. It takes the focus.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Element("ul");
        var count = 0;
        foreach (var (name, field) in ViewContext.ModelState.OrderBy(entry => entry.Key, new AsDeclared(ViewContext.ViewData.ModelMetadata)))
        {
            foreach (var error in field!.Errors)
            {
                count++;
                list.InnerHtml.AppendHtml(Markup.Element("li", null, name.Length == 0
                    ? FieldErrors.Words(error)
                    : Markup.Link("#" + TagBuilder.CreateSanitizedId(name, "_"), null, FieldErrors.Words(error))));
            }
        }
        if (count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.SetHtmlContent(Markup.Element("h2", null, count == 1 ? "One thing to put right" : $"{count} things to put right"));
        output.Content.AppendHtml(list);
    }
}
