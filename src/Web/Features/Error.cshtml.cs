using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features;

/// <summary>For what failed in the program. A failed post comes here as well, and its antiforgery token has been looked at already.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Needs<Anybody>]
public sealed class ErrorModel : PageModel
{
    /// <summary>Finds the failure in the program's own log.</summary>
    public string Reference => FaultLog.Reference(HttpContext);
}
