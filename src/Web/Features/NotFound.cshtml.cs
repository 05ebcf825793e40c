using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features;

/// <summary>For every address that leads nowhere and for what one may not see; and for a request that was refused, such as a form that is too old.</summary>
[IgnoreAntiforgeryToken]
[Needs<Anybody>]
public sealed class NotFoundModel : PageModel
{
    public bool IsMissing => Response.StatusCode == StatusCodes.Status404NotFound;

    public void OnGet()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public void OnPost() => OnGet();
}
