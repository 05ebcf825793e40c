using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui;

/// <summary>A bar of a chart: what is counted and how many. <paramref name="Shown"/> replaces the plain number, for "£1,200" or "62%".</summary>
public sealed record Bar(string Words, double Value, string? Shown = null)
{
    internal string Number => Shown ?? Value.ToString("#,0.##", CultureInfo.InvariantCulture);
}

/// <summary>
/// Horizontal bars, and the same numbers as a table: <c>&lt;bar-chart title="Places by wish" of="Wish" counted="People" bars="Model.Bars" /&gt;</c>.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>What the bars stand for: the heading of the table's first column.</summary>
    public required string Of { get; set; }

    /// <summary>What is counted: the heading of the second.</summary>
    public required string Counted { get; set; }

    public required IReadOnlyList<Bar> Bars { get; set; }

    /// <summary>The value of a full bar; the greatest one when not given.</summary>
    public double? Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var full = Full ?? Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        var bars = Markup.Element("div", "bars").With("role", "img").With("aria-label", $"Bar chart: {Title}. The numbers are in the table below.");
        var rows = Markup.Element("tbody");
        foreach (var bar in Bars)
        {
            bars.InnerHtml.AppendHtml(Markup.Element("span", null, bar.Words)).AppendHtml(Markup.Element("span", "bar-value", bar.Number))
                .AppendHtml(Line(full > 0 ? bar.Value / full : 0));
            rows.InnerHtml.AppendHtml(Markup.Element("tr", null,
                Markup.Element("th", null, bar.Words).With("scope", "row"), Markup.Element("td", "number", bar.Number)));
        }
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.SetHtmlContent(Markup.Element("figcaption", null, Title));
        output.Content.AppendHtml(bars);
        output.Content.AppendHtml(Markup.Element("details", null, Markup.Element("summary", null, "The numbers as a table"),
            Markup.Element("table", "numbers", Markup.Element("caption", "visually-hidden", Title), Head(), rows)));
    }

    private TagBuilder Head() => Markup.Element("thead", null, Markup.Element("tr", null,
        Markup.Element("th", null, Of).With("scope", "col"), Markup.Element("th", "number", Counted).With("scope", "col")));

    private static TagBuilder Line(double share) => Markup.Element("svg", null,
            Markup.Element("rect", "bar-ground").With("width", "100%").With("height", "100%").With("rx", "4"),
            Markup.Element("rect", "bar").With("width", string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.##}%")).With("height", "100%").With("rx", "4"))
        .With("aria-hidden", "true").With("focusable", "false");
}
