using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary><c>&lt;notice kind="Warning"&gt;Two workshops have no room yet.&lt;/notice&gt;</c></summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public Kind Kind { get; set; } = Kind.Info;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Notice(ViewContext, Kind, words, role: null));
    }

    internal static TagBuilder Notice(ViewContext view, Kind kind, IHtmlContent words, string? role) =>
        Markup.Element("div", $"notice notice-{(kind is Kind.Neutral ? Kind.Info : kind).Word()}", Icons.Named(kind.Icon(), view), Markup.Element("div", null, words))
            .With("role", role);
}
