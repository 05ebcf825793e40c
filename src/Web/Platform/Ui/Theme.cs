using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Platform.Ui;

/// <summary>Light, dark or as the device is set. Kept in a cookie, so that the page comes in the right colours from the first byte.</summary>
public static class Theme
{
    public const string Path = "/theme";

    private const string Cookie = "theme";

    public static IReadOnlyList<(string Value, string Words)> All { get; } = [("system", "As my device"), ("light", "Light"), ("dark", "Dark")];

    public static string Of(HttpContext context) => Known(context.Request.Cookies[Cookie]);

    // Whoever makes a browser send this form changes a colour, so it carries no antiforgery token and needs no cookie to be set first.
    internal static IResult Choose(HttpContext context, [FromForm] string? theme, [FromForm] string? back)
    {
        context.Response.Cookies.Append(Cookie, Known(theme), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return IsLocal(back) ? Results.LocalRedirect(back!) : Results.LocalRedirect("/");
    }

    private static string Known(string? value) => value is "light" or "dark" ? value : "system";

    private static bool IsLocal(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..];
}
