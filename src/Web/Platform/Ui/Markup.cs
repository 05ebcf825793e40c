using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Guildhall.Web.Platform.Ui;

/// <summary>HTML from C#: text is encoded, markup is kept, what is null is left out.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null, params ReadOnlySpan<object?> content)
    {
        var element = new TagBuilder(name) { TagRenderMode = name is "input" ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        if (css is not null)
            element.Attributes["class"] = css;
        foreach (var part in content)
            element.InnerHtml.AppendHtml(part as IHtmlContent ?? new StringHtmlContent(part?.ToString() ?? ""));
        return element;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.Attributes[name] = value;
        return element;
    }

    public static TagBuilder Link(string href, string? css, params ReadOnlySpan<object?> content) =>
        Element("a", css, content).With("href", href);
}
