using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Demo;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.SignIn;

[Needs<Anybody>]
public sealed class IndexModel(AppDb db, DemoState demo, SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public IReadOnlyList<(Person Person, string Description)> DemoPeople { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (demo.IsDemo)
            DemoPeople = await DemoCastFinder.FindAsync(db, cancellation);
    }

    /// <summary>Demo sign-ins exist in demo databases only, and only for the invented people of the demo.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string email, CancellationToken cancellation)
    {
        var address = Person.CleanEmail(email);
        var account = demo.IsDemo
            ? await db.Users.SingleOrDefaultAsync(account => account.IsDemo && account.Email == address, cancellation)
            : null;
        if (account is null)
            return NotFound();
        await signIn.SignInAsync(account, isPersistent: true);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next! : "/");
    }
}
