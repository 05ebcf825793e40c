using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features;

[Needs<SignedIn>]
public sealed class IndexModel(CurrentViewer current) : PageModel
{
    public string ViewerName => current.Viewer.Name;
}
