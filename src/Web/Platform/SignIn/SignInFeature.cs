using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Guildhall.Web.Platform.SignIn;

public static class SignInFeature
{
    /// <summary>The fewest characters of a passphrase (https://pages.nist.gov/800-63-4/sp800-63b.html asks for 15 when it stands alone).</summary>
    public const int ShortestPassphrase = 15;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("Guildhall");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DataProtectionKeyStore(services.GetRequiredService<IServiceScopeFactory>())));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "next";
                cookie.Cookie.Name = "guildhall";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                cookie.SlidingExpiration = true;
                // CurrentViewer compares the security stamp at every request; a second look would read the database twice.
                cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
            }));
        builder.Services.AddIdentityCore<Account>(identity =>
            {
                identity.Password.RequiredLength = ShortestPassphrase;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.User.RequireUniqueEmail = false;
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }
}
