using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Web.Platform.SignIn.OpenIdConnect;

/// <summary>
/// OpenID Connect's code flow (https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth) on the framework's OAuth handler, which
/// sees to state, PKCE and the exchange of the code. Added here are discovery, the nonce, and the checks of the identity token.
/// </summary>
internal sealed partial class ProviderHandler(IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    /// <summary>Leads back to the sign-in page, and leaves the reason where whoever runs the installation finds it.</summary>
    public static Task GoBackAfterAsync(RemoteFailureContext failure)
    {
        LogFailed(failure.HttpContext.RequestServices.GetRequiredService<ILogger<ProviderHandler>>(), failure.Failure);
        failure.HandleResponse();
        failure.Response.Redirect("/sign-in/provider?handler=Failed");
        return Task.CompletedTask;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        properties.Items[Nonce] = RandomNumberGenerator.GetHexString(32);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var discovered = await DiscoverAsync();
        var token = await CheckAsync(tokens.Response?.RootElement.GetProperty("id_token").GetString(), properties, discovered);
        identity.AddClaim(new Claim("iss", token.Issuer));
        identity.AddClaim(new Claim("sub", token.Subject));
        var (email, isVerified) = token.TryGetPayloadValue<string>("email", out var address)
            ? (address, token.TryGetPayloadValue<object>("email_verified", out var verified) && IsTrue(verified))
            : await AskForEmailAsync(discovered, tokens.AccessToken, token.Subject);
        if (!string.IsNullOrEmpty(email))
        {
            identity.AddClaim(new Claim("email", email));
            identity.AddClaim(new Claim("email_verified", isVerified ? "true" : "false"));
        }
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>The checks of section 3.1.3.7: signature, issuer, audience, expiry, nonce.</summary>
    private async Task<JsonWebToken> CheckAsync(string? text, AuthenticationProperties properties, OpenIdConnectConfiguration discovered)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = discovered.Issuer,
            ValidAudience = Options.ClientId,
            IssuerSigningKeys = discovered.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(2),
        });
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            Options.Discovery.RequestRefresh();
        if (!result.IsValid)
            throw new AuthenticationFailureException("The identity token is not valid.", result.Exception);
        var token = (JsonWebToken)result.SecurityToken;
        var isOurs = token.TryGetPayloadValue<string>(Nonce, out var nonce) && nonce == properties.Items[Nonce];
        var isForUs = !token.TryGetPayloadValue<string>("azp", out var party) || party == Options.ClientId;
        return isOurs && isForUs && !string.IsNullOrEmpty(token.Subject)
            ? token
            : throw new AuthenticationFailureException("The identity token answers another request.");
    }

    /// <summary>Many providers say the address only where the access token leads (section 5.3).</summary>
    private async Task<(string? Email, bool IsVerified)> AskForEmailAsync(OpenIdConnectConfiguration discovered, string? accessToken, string subject)
    {
        if (string.IsNullOrEmpty(discovered.UserInfoEndpoint) || string.IsNullOrEmpty(accessToken))
            return (null, false);
        using var request = new HttpRequestMessage(HttpMethod.Get, discovered.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(Context.RequestAborted), default, Context.RequestAborted);
        var said = answer.RootElement;
        if (said.GetProperty("sub").GetString() != subject)
            throw new AuthenticationFailureException("The provider answered about somebody else.");
        return said.TryGetProperty("email", out var email)
            ? (email.GetString(), said.TryGetProperty("email_verified", out var verified) && IsTrue(verified.ToString()))
            : (null, false);
    }

    private static bool IsTrue(object? said) => string.Equals(said?.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    private async Task<OpenIdConnectConfiguration> DiscoverAsync()
    {
        var discovered = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        Options.AuthorizationEndpoint = discovered.AuthorizationEndpoint;
        Options.TokenEndpoint = discovered.TokenEndpoint;
        return discovered;
    }

    [LoggerMessage(LogLevel.Warning, "Signing in with the school's own sign-in failed.")]
    private static partial void LogFailed(ILogger log, Exception? fault);
}
