using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features;

[AllowAnonymous]
public sealed class AccessibilityModel : PageModel;
