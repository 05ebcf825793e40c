using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Guildhall.Web.Platform.Ui;

/// <summary>Pictures from the file of icons. They never say anything that words do not, so screen readers skip them.</summary>
internal static class Icons
{
    public static IHtmlContent Named(string name, ViewContext view)
    {
        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.Normal };
        use.Attributes["href"] = $"{Assets.Url("assets/icons.svg", view.HttpContext)}#{name}";
        return Markup.Element("svg", "icon", use).With("aria-hidden", "true").With("focusable", "false");
    }
}

internal static class Assets
{
    /// <summary>The address with the file's fingerprint, which browsers may keep for good.</summary>
    public static string Url(string path, HttpContext context) =>
        $"{context.Request.PathBase}/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
