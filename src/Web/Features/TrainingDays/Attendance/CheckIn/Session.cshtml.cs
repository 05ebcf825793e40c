using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Attending.CheckIns;

/// <summary>
/// Checks in to a session by its code, with one press. A code of no session and one of a session of others are answered alike.
/// </summary>
[Needs<CheckIn>]
public sealed class SessionModel(CheckInDesk desk, WrongCodes wrong, CurrentViewer current) : PageModel
{
    /// <summary>Null for a code that is no session's of the viewer's.</summary>
    public Arrival? Arrival { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>What is wrong with the code.</summary>
    public string Fault { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is { } refusal ? refusal : Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is { } refusal)
            return refusal;
        Arrival = await desk.CheckInAsync(Arrival!, Code, cancellation);
        if (Arrival.Standing != Standing.Here)
            return Page();
        this.Flash($"You are checked in to “{Arrival.Session.Title}”.");
        return LocalRedirect($"/training-days/attendance/check-in/{Code}");
    }

    private async Task<PageResult?> FindAsync(string code, CancellationToken cancellation)
    {
        Code = SessionCode.Clean(code);
        var person = current.Viewer.PersonId;
        if (!wrong.MayTry(person))
            return Refuse("There have been too many wrong codes. Wait a minute, then type it again", StatusCodes.Status429TooManyRequests);
        Arrival = await desk.FindAsync(Code, person, cancellation);
        if (Arrival is not null)
            return null;
        wrong.Count(person);
        return Refuse("This is not the code of a session that you can check in to. Compare it with the one in the room", StatusCodes.Status404NotFound);
    }

    private PageResult Refuse(string fault, int status)
    {
        Fault = fault;
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
