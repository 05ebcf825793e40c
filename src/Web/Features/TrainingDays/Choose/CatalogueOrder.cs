namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>The order in which somebody reads the catalogue.</summary>
public enum CatalogueOrder
{
    /// <summary>By what fits them, with the reasons.</summary>
    Fit,

    /// <summary>By what fits them, without the reasons.</summary>
    FitOnly,

    /// <summary>By title.</summary>
    AToZ,
}

/// <summary>The order as addresses have it, remembered in a cookie on the device until another is chosen.</summary>
public static class CatalogueOrderSetting
{
    private const string Cookie = "catalogue-order";

    private static readonly Dictionary<string, CatalogueOrder> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fit"] = CatalogueOrder.Fit,
        ["fit-only"] = CatalogueOrder.FitOnly,
        ["a-z"] = CatalogueOrder.AToZ,
    };

    /// <summary>What the address asks for, which is remembered; otherwise what was remembered; otherwise by fit.</summary>
    public static CatalogueOrder Read(HttpContext context, string? asked)
    {
        if (asked is not null && Names.TryGetValue(asked, out var order))
        {
            context.Response.Cookies.Append(Cookie, asked.ToLowerInvariant(), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            });
            return order;
        }
        return Names.GetValueOrDefault(context.Request.Cookies[Cookie] ?? "", CatalogueOrder.Fit);
    }
}
