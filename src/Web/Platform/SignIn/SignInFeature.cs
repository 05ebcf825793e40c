using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn.Guessing;
using Guildhall.Web.Platform.SignIn.OpenIdConnect;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Guildhall.Web.Platform.SignIn;

public static class SignInFeature
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var address = Uri.TryCreate(builder.Configuration[PublicAddress.Setting], UriKind.Absolute, out var set) ? set : null;
        // Behind something that ends https, the request itself does not tell.
        var secure = address?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

        services.AddDataProtection().SetApplicationName("Guildhall");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DataProtectionKeyStore(provider.GetRequiredService<IServiceScopeFactory>())));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(SetSessionCookie));
        services.PostConfigureAll<CookieAuthenticationOptions>(cookie => cookie.Cookie.SecurePolicy = secure);
        services.PostConfigure<AntiforgeryOptions>(antiforgery => antiforgery.Cookie.SecurePolicy = secure);
        services.PostConfigure<CookieTempDataProviderOptions>(flash => flash.Cookie.SecurePolicy = secure);
        AddIdentity(services);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = address?.Host;
            // A passkey alone signs in, so it is kept by the device, and the device asks its owner to unlock it.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
        });

        AddProvider(builder, secure);
        services.AddSingleton<SetUpState>();
        services.AddSingleton<WrongTries>();
        services.AddScoped<Sessions>();
        services.AddScoped<Passphrases>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SignInLinks>();
        services.AddScoped<LinkByMail>();
        services.AddScoped<Invitations>();
    }

    /// <summary>Stands where it is known which page is asked for, and nobody has been asked to sign in yet.</summary>
    public static void UseSetUpFirst(this WebApplication app) => app.UseMiddleware<SetUpFirst>();

    /// <summary>The school's own sign-in, when the settings name one.</summary>
    private static void AddProvider(WebApplicationBuilder builder, CookieSecurePolicy secure)
    {
        var provider = builder.Configuration.GetSection(Provider.Section).Get<Provider>() ?? new Provider();
        builder.Services.AddSingleton(provider);
        builder.Services.AddScoped<ProviderAccounts>();
        if (!provider.IsThere)
            return;
        builder.Services.AddAuthentication().AddOAuth<ProviderOptions, ProviderHandler>(Provider.Scheme, provider.Name, options =>
        {
            options.Use(provider);
            options.CorrelationCookie.SecurePolicy = secure;
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.CorrelationCookie.SecurePolicy = secure;
            options.Events.OnRemoteFailure = ProviderHandler.GoBackAfterAsync;
        });
    }

    private static void SetSessionCookie(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "next";
        cookie.Cookie.Name = "guildhall";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        cookie.SlidingExpiration = true;
        // CurrentViewer compares the security stamp at every request; a second look would read the database twice.
        cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = Passphrases.MostWrongTries;
                identity.Lockout.DefaultLockoutTimeSpan = Passphrases.LockLasts;
                identity.User.RequireUniqueEmail = false;
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddDefaultTokenProviders();
        // One rule with one reason, instead of the framework's about kinds of characters.
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, PassphraseRules>();
    }
}
