using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.SignIn.Guessing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.Invitation;

/// <summary>
/// Where the link in an invitation leads: the person sees their name, sets a passphrase or a passkey, and is signed in. Looking uses nothing up.
/// </summary>
[Needs<Anybody>]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(SignInLinks links, Passphrases passphrases, Passkeys passkeys, Sessions sessions) : PageModel
{
    private SignInLink? _link;

    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    public bool Works => _link is not null;

    public string PersonName => _link!.Account!.Person!.FullName;

    public string? Email => _link!.Account!.Person!.Email;

    public Task OnGetAsync(string secret, CancellationToken cancellation) => FindAsync(secret, cancellation);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (!await FindAsync(secret, cancellation))
            return Page();
        var account = _link!.Account!;
        if (!string.IsNullOrEmpty(Input.Passphrase) && PassphraseRules.Refusal(Input.Passphrase, PassphraseRules.Owns(account.Person!)) is { } why)
            ModelState.AddModelError("Input.Passphrase", why);
        if (!ModelState.IsValid)
            return Page();
        passphrases.Set(account, Input.Passphrase);
        return await BeginAsync(account, cancellation);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(string secret, CancellationToken cancellation) =>
        await FindAsync(secret, cancellation) ? Content(await passkeys.OptionsToAddAsync(_link!.Account!), "application/json") : NotFound();

    public async Task<IActionResult> OnPostPasskeyAsync(string secret, string? credential, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await FindAsync(secret, cancellation))
            return Page();
        var account = _link!.Account!;
        // Of two at once only one goes on: the link is used before the passkey is kept.
        if (await passkeys.CheckNewAsync(account, credential) is not { } passkey)
        {
            ModelState.AddModelError("Input.Passphrase", Passkeys.NotUsable);
            return Page();
        }
        if (!await links.UseAsync(_link, cancellation))
            return Gone();
        await passkeys.KeepAsync(account, passkey, name: null);
        await sessions.BeginByProofAsync(account);
        return LocalRedirect("/");
    }

    private async Task<bool> FindAsync(string secret, CancellationToken cancellation) =>
        (_link = await links.FindAsync(secret, SignInLinkPurpose.Invitation, cancellation)) is not null;

    private async Task<IActionResult> BeginAsync(Account account, CancellationToken cancellation)
    {
        if (!await links.UseAsync(_link!, cancellation))
            return Gone();
        await sessions.BeginByProofAsync(account);
        return LocalRedirect("/");
    }

    private PageResult Gone()
    {
        _link = null;
        return Page();
    }

    public sealed class InvitationInput
    {
        [DataType(DataType.Password)]
        public string Passphrase { get; set; } = "";
    }
}
