using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Demo;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.SignIn.Guessing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.SignIn;

/// <summary>Signs in by passphrase, passkey or a link by mail. What it answers never says whether an address has an account.</summary>
[Needs<Anybody>]
public sealed class IndexModel(
    AppDb db, DemoState demo, CurrentViewer current, Passphrases passphrases, Passkeys passkeys, Sessions sessions, WrongTries tries) : PageModel
{
    private const string Refused =
        "The address or the passphrase is wrong. After ten wrong tries in a row, wait a quarter of an hour or have a link sent to you";

    private const string TooMany = "There have been too many wrong tries. Wait a few minutes, then try again";

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public IReadOnlyList<(Person Person, string Description)> DemoPeople { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        current.Viewer.IsSignedIn ? Onward() : await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        var time = new EvenTime();
        if (!tries.MayTry(HttpContext, Input.Email))
            return await RefuseAsync(TooMany, StatusCodes.Status429TooManyRequests, cancellation);
        if (await passphrases.FindAsync(Input.Email, Input.Passphrase, cancellation) is not { } account)
        {
            tries.Count(HttpContext, Input.Email);
            await time.WaitAsync(cancellation);
            return await RefuseAsync(Refused, StatusCodes.Status200OK, cancellation);
        }
        await sessions.BeginByPassphraseAsync(account);
        return Onward();
    }

    public async Task<IActionResult> OnPostLinkAsync([FromServices] LinkByMail link, CancellationToken cancellation)
    {
        ModelState.Remove("Input.Passphrase");
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        var time = new EvenTime();
        if (!tries.MayTry(HttpContext, Input.Email))
            return await RefuseAsync(TooMany, StatusCodes.Status429TooManyRequests, cancellation);
        if (!await link.SendAsync(Input.Email, cancellation))
            tries.Count(HttpContext, Input.Email);
        await time.WaitAsync(cancellation);
        return RedirectToPage("LinkSent");
    }

    /// <summary>What the browser asks the device for.</summary>
    public async Task<ContentResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.OptionsToSignInAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!tries.MayTry(HttpContext, email: null))
            return await RefuseAsync(TooMany, StatusCodes.Status429TooManyRequests, cancellation);
        if (await passkeys.FindAsync(credential) is not { } account)
        {
            tries.Count(HttpContext, email: null);
            return await RefuseAsync("This passkey is not known here. Sign in another way, then add it on your account page", StatusCodes.Status200OK, cancellation);
        }
        await sessions.BeginByProofAsync(account);
        return Onward();
    }

    /// <summary>Demo sign-ins exist in demo databases only, and only for the invented people of the demo.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string email, CancellationToken cancellation)
    {
        var address = Person.CleanEmail(email);
        var account = demo.IsDemo
            ? await db.Users.Include(account => account.Person)
                .SingleOrDefaultAsync(account => account.IsDemo && account.Person!.Email == address && address != null, cancellation)
            : null;
        if (account is null)
            return NotFound();
        await sessions.BeginByPassphraseAsync(account);
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Next) ? Next! : "/");

    private Task<PageResult> RefuseAsync(string words, int status, CancellationToken cancellation)
    {
        ModelState.AddModelError("Input.Email", words);
        Response.StatusCode = status;
        return ShowAsync(cancellation);
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        if (demo.IsDemo)
            DemoPeople = await DemoCastFinder.FindAsync(db, cancellation);
        return Page();
    }

    public sealed class SignInInput
    {
        [Display(Name = "Email address"), DataType(DataType.EmailAddress), MaxLength(Person.EmailLength)]
        public string Email { get; set; } = "";

        [DataType(DataType.Password), MaxLength(PassphraseRules.Longest)]
        public string Passphrase { get; set; } = "";
    }
}
