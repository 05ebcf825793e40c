using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.OwnAccount;

/// <summary>Renames or removes one of one's own passkeys.</summary>
[Needs<SignedIn>]
public sealed class PasskeyModel(AppDb db, CurrentViewer current, UserManager<Account> users, AuditTrail audit, Outbox outbox) : PageModel
{
    private Account _account = null!;
    private UserPasskeyInfo _passkey = null!;

    [BindProperty]
    [Display(Name = "What to call it"), MaxLength(Passkeys.NameLength)]
    public string Name { get; set; } = "";

    public string CalledNow => _passkey.Name ?? "Passkey";

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        Name = CalledNow;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        _passkey.Name = Passkeys.Clean(Name);
        await users.AddOrUpdatePasskeyAsync(_account, _passkey);
        this.Flash($"The passkey is called “{_passkey.Name}” now.");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        await users.RemovePasskeyAsync(_account, _passkey.CredentialId);
        AccountNotices.Tell(audit, outbox, _account, "removed a passkey from their account", $"The passkey “{CalledNow}” was removed from your account.");
        await db.SaveChangesAsync(cancellation);
        this.Flash($"The passkey “{CalledNow}” no longer signs you in. Your device still lists it; remove it there as well.");
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(string key, CancellationToken cancellation)
    {
        _account = await db.Users.Include(account => account.Person).SingleAsync(account => account.Id == current.Viewer.AccountId, cancellation);
        if (!Base64Url.IsValid(key) || await users.GetPasskeyAsync(_account, Base64Url.DecodeFromChars(key)) is not { } passkey)
            return false;
        _passkey = passkey;
        return true;
    }
}
