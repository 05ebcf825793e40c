using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.SignIn;

/// <summary>Where the link in a mail leads. Looking uses nothing up, because mail scanners open links; pressing the button does.</summary>
[Needs<Anybody>]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(SignInLinks links, Sessions sessions) : PageModel
{
    /// <summary>Null when the link does not work, any more or at all.</summary>
    public string? PersonName { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken cancellation) =>
        PersonName = (await links.FindAsync(secret, SignInLinkPurpose.SignIn, cancellation))?.Account!.Person!.FullName;

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (await links.FindAsync(secret, SignInLinkPurpose.SignIn, cancellation) is not { } link || !await links.UseAsync(link, cancellation))
            return Page();
        await sessions.BeginByProofAsync(link.Account!);
        return LocalRedirect("/");
    }
}
