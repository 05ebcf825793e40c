using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.SignIn.Guessing;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.OwnAccount;

/// <summary>
/// Sets a new passphrase. It takes the one before, or a session that has just been begun by a link, a passkey or the school's own sign-in:
/// that is how somebody who forgot theirs gets another.
/// </summary>
[Needs<SignedIn>]
public sealed class PassphraseModel(
    AppDb db, CurrentViewer current, Passphrases passphrases, Sessions sessions, LinkByMail link, AuditTrail audit, Outbox outbox) : PageModel
{
    private Account _account = null!;

    [BindProperty]
    public PassphraseInput Input { get; set; } = new();

    public string? Email => _account.Person!.Email;

    public bool AsksForCurrent { get; private set; }

    /// <summary>Whether nothing shows that this is the owner: there is no passphrase, and the session is not a new one.</summary>
    public bool NeedsProof { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (NeedsProof)
            return Page();
        if (!AsksForCurrent)
            ModelState.Remove("Input.Current");
        else if (!string.IsNullOrEmpty(Input.Current) && !await passphrases.FitsAsync(_account, Input.Current, cancellation))
            ModelState.AddModelError("Input.Current", "This is not your passphrase. After ten wrong tries in a row, wait a quarter of an hour");
        if (!string.IsNullOrEmpty(Input.New) && PassphraseRules.Refusal(Input.New, PassphraseRules.Owns(_account.Person!)) is { } why)
            ModelState.AddModelError("Input.New", why);
        if (!ModelState.IsValid)
            return Page();
        passphrases.Set(_account, Input.New);
        AccountNotices.Tell(audit, outbox, _account, "set a new passphrase", "Your passphrase was changed.");
        await db.SaveChangesAsync(cancellation);
        await sessions.ContinueAsync(_account, User);
        this.Flash("Your passphrase is changed. Every other device is signed out.");
        return RedirectToPage("Index");
    }

    /// <summary>For somebody who does not know the one before.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await link.SendAsync(Email, cancellation);
        this.Flash("A link is on its way to you. Once it has signed you in, you can set a passphrase here without knowing the one before.");
        return RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        _account = await db.Users.Include(account => account.Person).SingleAsync(account => account.Id == current.Viewer.AccountId, cancellation);
        var isProven = sessions.IsJustProven(User);
        AsksForCurrent = !isProven && _account.PasswordHash is not null;
        NeedsProof = !isProven && _account.PasswordHash is null;
    }

    public sealed class PassphraseInput
    {
        [Display(Name = "Your passphrase now"), DataType(DataType.Password), MaxLength(PassphraseRules.Longest)]
        public string Current { get; set; } = "";

        [Display(Name = "New passphrase"), DataType(DataType.Password)]
        public string New { get; set; } = "";
    }
}
