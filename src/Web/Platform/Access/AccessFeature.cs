namespace Guildhall.Web.Platform.Access;

public static class AccessFeature
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentViewer>();
        builder.Services.AddScoped(services => services.GetRequiredService<CurrentViewer>().Viewer);
    }

    public static void UseAccess(this WebApplication app) => app.UseMiddleware<AccessMiddleware>();

    /// <summary>What the page is about, as its permission found it.</summary>
    public static T Thing<T>(this HttpContext context)
        where T : class => (T)context.Items[typeof(T)]!;

    public static Viewer Viewer(this HttpContext context) => context.RequestServices.GetRequiredService<CurrentViewer>().Viewer;
}
