using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Guildhall.Web.Platform.Ui;

/// <summary>A form of one button.</summary>
internal static class PostForm
{
    public static TagBuilder Of(ViewContext view, string href, string css, string words, string? id = null)
    {
        var token = view.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(view.HttpContext);
        return Markup.Element("form", null,
                Markup.Element("input").With("type", "hidden").With("name", token.FormFieldName).With("value", token.RequestToken),
                Markup.Element("button", css, words).With("type", "submit").With("id", id))
            .With("method", "post").With("action", href);
    }
}
