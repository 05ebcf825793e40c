using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary>
/// How far a long piece of work is: <c>&lt;job-progress id="import" percent="40" words="Row 400 of 1,000" href="/jobs/7" cancel-href="/jobs/7?handler=Cancel" /&gt;</c>.
/// The page at <c>href</c> shows the same component; it is asked every second until it says <c>is-over</c>. Without JavaScript a link does that.
/// What stands inside is shown below, such as a link to the result.
/// </summary>
[HtmlTargetElement("job-progress")]
public sealed class JobProgressTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Id { get; set; }

    /// <summary>0 to 100; null while nobody can say.</summary>
    public int? Percent { get; set; }

    public required string Words { get; set; }

    public required string Href { get; set; }

    /// <summary>Where the cancel button posts to; null shows none.</summary>
    public string? CancelHref { get; set; }

    public bool IsOver { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "job");
        output.Attributes.SetAttribute("id", Id);
        var percent = Percent?.ToString(CultureInfo.InvariantCulture);
        output.Content.SetHtmlContent(Markup.Element("progress").With("max", "100").With("value", IsOver ? "100" : percent).With("aria-labelledby", Id + "-words"));
        output.Content.AppendHtml(Markup.Element("p", null, Words, percent is null || IsOver ? null : $" ({percent}%)").With("id", Id + "-words").With("role", IsOver ? "status" : null));
        if (!IsOver)
        {
            output.Attributes.SetAttribute("hx-get", Href);
            output.Attributes.SetAttribute("hx-trigger", "every 1s");
            output.Attributes.SetAttribute("hx-select", "#" + Id);
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
            output.Content.AppendHtml(Markup.Element("noscript", null, Markup.Element("p", null, Markup.Link(Href, null, "See how far it is"))));
            // By its id the button keeps the keyboard's focus when the component is exchanged.
            if (CancelHref is not null)
                output.Content.AppendHtml(PostForm.Of(ViewContext, CancelHref, "btn", "Stop this", Id + "-stop"));
        }
        output.Content.AppendHtml(inside);
    }
}
