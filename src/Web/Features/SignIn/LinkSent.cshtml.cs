using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.SignIn;

/// <summary>The same for every address, whether or not anybody has it.</summary>
[Needs<Anybody>]
public sealed class LinkSentModel : PageModel;
