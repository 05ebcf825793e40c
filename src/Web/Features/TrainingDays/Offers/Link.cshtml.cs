using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Lets a speaker from outside into their offer. Looking uses nothing up: mail programs open links before people do.</summary>
[Needs<Anybody>]
public sealed class LinkModel(SpeakerLinks links, WrongTries tries) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (!tries.MayTry(HttpContext, email: null))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        if (await links.FindAsync(secret, cancellation) is not { } offer)
        {
            tries.Count(HttpContext, email: null);
            return NotFound();
        }
        Response.Cookies.Append(SpeakerLinks.Cookie(offer), secret, links.CookieOptions(Request.IsHttps));
        return LocalRedirect(OfferPage.Address("show", offer));
    }
}
