using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features;

[Needs<Anybody>]
public sealed class AccessibilityModel : PageModel;
