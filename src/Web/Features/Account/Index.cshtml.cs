using System.Buffers.Text;
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

/// <summary>How one signs in: passphrase, passkeys, and everywhere at once out again.</summary>
[Needs<SignedIn>]
public sealed class IndexModel(AppDb db, CurrentViewer current, Passkeys passkeys, Sessions sessions, AuditTrail audit, Outbox outbox) : PageModel
{
    public string FullName { get; private set; } = "";

    public string? Email { get; private set; }

    public bool HasPassphrase { get; private set; }

    public IReadOnlyList<Key> Keys { get; private set; } = [];

    public async Task OnGetAsync([FromServices] UserManager<Account> users, CancellationToken cancellation)
    {
        var account = await LoadAsync(cancellation);
        (FullName, Email, HasPassphrase) = (account.Person!.FullName, account.Person.Email, account.PasswordHash is not null);
        Keys = [.. (await users.GetPasskeysAsync(account)).OrderBy(key => key.CreatedAt)
            .Select(key => new Key(Base64Url.EncodeToString(key.CredentialId), key.Name ?? "Passkey", key.CreatedAt.UtcDateTime))];
    }

    public async Task<ContentResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation) =>
        Content(await passkeys.OptionsToAddAsync(await LoadAsync(cancellation)), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? name, CancellationToken cancellation)
    {
        var account = await LoadAsync(cancellation);
        if (await passkeys.AddAsync(account, credential, name) is { } why)
        {
            this.Flash(why + ".", Kind.Danger);
            return RedirectToPage();
        }
        AccountNotices.Tell(audit, outbox, account, "added a passkey to their account", "A passkey was added to your account.");
        await db.SaveChangesAsync(cancellation);
        this.Flash("The passkey is added. From now on it signs you in.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellation)
    {
        var account = await LoadAsync(cancellation);
        account.EndSessions();
        AccountNotices.Record(audit, account, "signed out everywhere");
        await db.SaveChangesAsync(cancellation);
        await sessions.EndAsync();
        this.Flash("You are signed out on every device.");
        return LocalRedirect("/sign-in");
    }

    private Task<Account> LoadAsync(CancellationToken cancellation) =>
        db.Users.Include(account => account.Person).SingleAsync(account => account.Id == current.Viewer.AccountId, cancellation);

    public sealed record Key(string Id, string Name, DateTime AddedAt);
}
