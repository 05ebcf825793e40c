using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.LostUpdates;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Guildhall.Web.Platform;

/// <summary>What every request passes, in its order.</summary>
public static class PlatformFeature
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        // The manifest is there only beside a built, not a published, program: then assets lie where they were made.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            pages.Conventions.Add(new PageRouteTransformerConvention(new KebabCase()));
            pages.Conventions.ConfigureFilter(new LostUpdateFilter());
        });
        builder.Services.AddResponseCompression(compression =>
        {
            // Form tokens are masked anew in every answer, so that compressing them tells nothing (https://breachattack.com).
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/csv", "text/calendar"];
        });
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "guildhall-form");
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", failureStatus: null, tags: ["ready"], DatabaseHealth.LongestWait);
        builder.Services.AddExceptionHandler<FaultLog>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    public static void UsePlatform(this WebApplication app)
    {
        UsePublicScheme(app);
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        // FaultLog writes it down, with the reference that the page shows.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseRouting();
        app.UseSetUpFirst();
        app.UseAuthentication();
        app.UseAccess();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(new AssetMetadata());
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(new NeedsAttribute<Anybody>());
        app.MapHealthChecks("/health/ready").WithMetadata(new NeedsAttribute<Anybody>());
        app.UseUi().WithMetadata(new NeedsAttribute<Anybody>());
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>
    /// Something before this program ends https and passes on http. Without knowing it, the framework refuses to make forms with secure
    /// cookies, and a provider of sign-ins would be told to come back by http.
    /// </summary>
    private static void UsePublicScheme(WebApplication app)
    {
        if (!app.Services.GetRequiredService<PublicAddress>().IsSecure)
            return;
        app.Use((context, next) =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }
}
