using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.SignIn.OpenIdConnect;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.SignIn;

/// <summary>
/// Leads to the school's own sign-in and takes whom it sends back. A link, not a form, leads here, because a page's policy lets forms go to
/// ourselves only.
/// </summary>
[Needs<Anybody>]
public sealed class ProviderModel(Provider provider, ProviderAccounts accounts, Sessions sessions) : PageModel
{
    public string Name => provider.Name;

    /// <summary>The address that the provider named and that nobody here has.</summary>
    public string? UnknownEmail { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? next)
    {
        if (!provider.IsThere)
            return NotFound();
        var back = Url.Page("Provider", "Back", new { next = Url.IsLocalUrl(next) ? next : null });
        try
        {
            await HttpContext.ChallengeAsync(Provider.Scheme, new AuthenticationProperties { RedirectUri = back });
            return new EmptyResult();
        }
        catch (InvalidOperationException)
        {
            return Failed();
        }
    }

    public IActionResult OnGetFailed() => Failed();

    public async Task<IActionResult> OnGetBackAsync(string? next, CancellationToken cancellation)
    {
        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (!provider.IsThere || answer.Principal is not { } said || said.FindFirst("iss")?.Value is not { } issuer || said.FindFirst("sub")?.Value is not { } subject)
            return Failed();
        var email = said.FindFirst("email")?.Value;
        var isVerified = provider.TrustsEmail || said.HasClaim("email_verified", "true");
        if (await accounts.FindAsync(issuer, subject, isVerified ? email : null, cancellation) is not { } account)
        {
            UnknownEmail = email;
            return Page();
        }
        await sessions.BeginByProofAsync(account);
        return LocalRedirect(Url.IsLocalUrl(next) ? next : "/");
    }

    private LocalRedirectResult Failed()
    {
        this.Flash($"Signing in with {Name} did not work. Try once more, or sign in another way.", Kind.Danger);
        return LocalRedirect("/sign-in");
    }
}
