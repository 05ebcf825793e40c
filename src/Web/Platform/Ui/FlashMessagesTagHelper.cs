using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;

namespace Guildhall.Web.Platform.Ui;

/// <summary>Shows the <see cref="Flash"/> messages that wait. The layout has it; no page needs it.</summary>
[HtmlTargetElement("flash-messages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlashMessagesTagHelper(IOptions<CookieTempDataProviderOptions> cookies) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        // Looking into TempData that is not there would send a cookie with every page.
        if (!ViewContext.HttpContext.Request.Cookies.ContainsKey(cookies.Value.Cookie.Name!))
            return;
        foreach (var flash in Flash.Take(ViewContext.TempData))
            output.Content.AppendHtml(NoticeTagHelper.Notice(ViewContext, flash.Kind, new StringHtmlContent(flash.Words), role: flash.Kind is Kind.Danger ? "alert" : "status"));
    }
}
