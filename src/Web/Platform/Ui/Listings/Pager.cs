using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>A listing brings its pager along. <c>&lt;pager page="Model.Cards" of="Workshops" /&gt;</c> is for what is paged but no table.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required PageOf Page { get; set; }

    /// <summary>What is paged, for those who cannot see it.</summary>
    public required string Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Page.Total > 0)
            output.Content.SetHtmlContent(Pager.Of(Page, Of, ViewContext.HttpContext.Request));
    }
}

internal static class Pager
{
    public static TagBuilder Of(PageOf page, string of, HttpRequest request)
    {
        var pager = Markup.Element("nav", "pager", Markup.Element("p", null, Shown(page))).With("aria-label", $"Pages of {of}");
        if (page.Pages > 1)
            pager.InnerHtml.AppendHtml(Numbers(page, request));
        if (page.Total > ListingQuery.UsualSize)
            pager.InnerHtml.AppendHtml(Sizes(page, request));
        return pager;
    }

    private static string Shown(PageOf page) =>
        page.Pages == 1 ? page.Total == 1 ? "1 in all" : $"{Words(page.Total)} in all" : $"{Words(page.First)} to {Words(page.Last)} of {Words(page.Total)}";

    private static TagBuilder Numbers(PageOf page, HttpRequest request)
    {
        var list = Markup.Element("ul");
        if (page.Number > 1)
            list.InnerHtml.AppendHtml(Item(Link("Previous", page.Number - 1).With("rel", "prev")));
        var last = 0;
        foreach (var number in Near(page))
        {
            if (number > last + 1)
                list.InnerHtml.AppendHtml(Item(Markup.Element("span", null, "…")));
            list.InnerHtml.AppendHtml(Item(Link(Words(number), number)
                .With("aria-label", $"Page {Words(number)}")
                .With("aria-current", number == page.Number ? "page" : null)));
            last = number;
        }
        if (page.Number < page.Pages)
            list.InnerHtml.AppendHtml(Item(Link("Next", page.Number + 1).With("rel", "next")));
        return list;

        TagBuilder Link(string words, int number) =>
            Markup.Link(request.With(("number", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture))), null, words);
    }

    // The first, the last, and those around where one is.
    private static IEnumerable<int> Near(PageOf page) =>
        Enumerable.Range(page.Number - 1, 3).Prepend(1).Append(page.Pages).Where(number => number >= 1 && number <= page.Pages).Distinct().Order();

    private static TagBuilder Sizes(PageOf page, HttpRequest request)
    {
        var list = Markup.Element("ul", null, Item(Markup.Element("span", null, "Rows on a page:")));
        foreach (var size in ListingQuery.Sizes)
        {
            var words = size.ToString(CultureInfo.InvariantCulture);
            list.InnerHtml.AppendHtml(Item(Markup.Link(request.With(("size", words), ("number", null)), null, words)
                .With("aria-label", $"{words} rows on a page")
                .With("aria-current", size == page.Size ? "true" : null)));
        }
        return list;
    }

    private static TagBuilder Item(TagBuilder content) => Markup.Element("li", null, content);

    private static string Words(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
