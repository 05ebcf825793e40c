using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Guildhall.Web.Platform.SignIn.OpenIdConnect;

/// <summary>The settings <c>SignIn:OpenIdConnect:*</c>: the school's own sign-in, such as its Google or Microsoft accounts.</summary>
public sealed class Provider
{
    public const string Section = "SignIn:OpenIdConnect";
    public const string Scheme = "provider";
    public const string CallbackPath = "/sign-in/provider/callback";

    /// <summary>Its address, such as https://accounts.google.com. Without one there is no such sign-in.</summary>
    public Uri? Authority { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What stands on the button: "Sign in with …".</summary>
    public string Name { get; set; } = "your school account";

    /// <summary>
    /// Whether its addresses are set by the school's administrators alone. Some providers do not say whether an address is verified; without
    /// this setting these let nobody in.
    /// </summary>
    public bool TrustsEmail { get; set; }

    public bool IsThere => Authority is not null;
}

/// <summary>The framework's OAuth options. Its endpoints are not settings: the provider publishes them.</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    public ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; private set; } = null!;

    public void Use(Provider provider)
    {
        var authority = provider.Authority!;
        ClientId = provider.ClientId;
        ClientSecret = provider.ClientSecret;
        CallbackPath = Provider.CallbackPath;
        UsePkce = true;
        Scope.Clear();
        foreach (var scope in new[] { "openid", "email" })
            Scope.Add(scope);
        // The provider sends the browser back by a link, with which a lax cookie comes along.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        Discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !authority.IsLoopback });
    }

    public override void Validate()
    {
        if (string.IsNullOrEmpty(ClientId))
            throw new InvalidOperationException($"The setting {Provider.Section}:ClientId is missing.");
    }
}
