using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Enters afterwards where somebody was: the PD lead of their school, or an organiser.</summary>
[Needs<EnterLate>]
public sealed class LateModel(AppDb db, RegisterDesk desk, TimeProvider clock) : FollowPage
{
    public Invitee Invitee { get; private set; } = null!;

    public IReadOnlyList<(DayLine Line, string Title, string Room)> Lines { get; private set; } = [];

    public bool CanEnter => AttendanceTimes.CanEnterLate(Day, IsOrganiser, clock);

    /// <summary>Why nothing can be entered now.</summary>
    public string Shut => AttendanceTimes.IsSettled(Day, clock)
        ? $"The day was more than {AttendanceTimes.DaysToCorrect} days ago, so its attendance stays as it is."
        : AttendanceTimes.IsOver(Day, clock)
        ? "The day is closed. An organiser of the day can still put its attendance right."
        : "Late entries can be made from the day after. On the day, presenters and organisers keep the registers.";

    public async Task<IActionResult> OnGetAsync(Guid invitee, CancellationToken cancellation)
    {
        if (await FindAsync(invitee, cancellation) is not { } found)
            return NotFound();
        Invitee = found;
        var lines = await DayLines.Of(db, Day, db.Invitees.Where(row => row.Id == invitee)).OrderBy(line => line.StartMinute).ThenBy(line => line.SlotId).ToListAsync(cancellation);
        var ids = lines.ConvertAll(line => line.SessionId!.Value);
        var sessions = await db.Sessions.Where(session => ids.Contains(session.Id))
            .Select(session => new { session.Id, session.Workshop!.Title, Room = session.Room == null ? "" : session.Room.Name })
            .ToDictionaryAsync(session => session.Id, cancellation);
        Lines = lines.ConvertAll(line => (line, sessions[line.SessionId!.Value].Title, sessions[line.SessionId.Value].Room));
        return Page();
    }

    public async Task<IActionResult> OnPostMarkAsync(Guid invitee, string? mark, CancellationToken cancellation)
    {
        if (Marking.Read(mark) is not var (session, state, version))
            return NotFound();
        var row = await db.Sessions.Include(one => one.Workshop!.Day).SingleOrDefaultAsync(one => one.Id == session && one.Workshop!.DayId == Day.Id, cancellation);
        if (row is null || await FindAsync(invitee, cancellation) is null)
            return NotFound();
        if (!CanEnter)
            return RedirectToPage();
        if (await desk.MarkAsync(row, invitee, state, version, HttpContext.Viewer().PersonId, cancellation) is not { } answer)
            return NotFound();
        this.Flash(answer.Words, answer.IsDone ? Kind.Success : Kind.Warning);
        return LocalRedirect(To("attendance/late", invitee));
    }

    /// <summary>Somebody whose attendance the viewer may enter.</summary>
    private Task<Invitee?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var isOrganiser = IsOrganiser;
        var schools = HttpContext.Viewer().Where(Right.OrganiseDays);
        return db.Invitees.Include(invitee => invitee.Person).Include(invitee => invitee.Organisation).AsNoTracking()
            .SingleOrDefaultAsync(invitee => invitee.Id == id && invitee.DayId == Day.Id && (isOrganiser || schools.Contains(invitee.OrganisationId)), cancellation);
    }
}
