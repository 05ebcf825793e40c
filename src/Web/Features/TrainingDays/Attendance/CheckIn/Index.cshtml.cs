using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Attending.CheckIns;

/// <summary>Where the code of a session is typed.</summary>
[Needs<CheckIn>]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Whether the field was sent off empty.</summary>
    public bool IsEmpty { get; private set; }

    public IActionResult OnGet()
    {
        if (!Request.Query.ContainsKey("code"))
            return Page();
        var code = SessionCode.Clean(Code ?? "");
        IsEmpty = code.Length == 0;
        return IsEmpty ? Page() : LocalRedirect($"/training-days/attendance/check-in/{code[..Math.Min(code.Length, 20)]}");
    }
}
