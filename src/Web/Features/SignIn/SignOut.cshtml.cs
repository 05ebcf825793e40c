using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.SignIn;

/// <summary>Ends the session in this browser. Open to all, because a session that was ended elsewhere leaves its cookie here.</summary>
[Needs<Anybody>]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync();
        this.Flash("You are signed out.");
        return LocalRedirect("/sign-in");
    }
}
