using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary><c>&lt;status-badge kind="Success"&gt;Published&lt;/status-badge&gt;</c></summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadgeTagHelper : TagHelper
{
    public Kind Kind { get; set; } = Kind.Neutral;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"badge badge-{Kind.Word()}");
    }
}
