using Guildhall.Web.Features.TrainingDays.Attending.Paper;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>The register of a session, on the presenter's phone: each press is saved.</summary>
[Needs<KeepRegister>]
public sealed class RegisterModel(AppDb db, RegisterReader reader, RegisterDesk desk, TimeProvider clock) : SessionPage(db)
{
    private const int MostFound = 10;

    /// <summary>Part of the name of somebody who came without a place.</summary>
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    /// <summary>People of the day who are not in this register.</summary>
    public IReadOnlyList<Found> People { get; private set; } = [];

    public bool CanKeep => AttendanceTimes.CanKeep(Day, IsOrganiser, clock);

    public bool CanAdd => CanKeep && (Day.HasLivePlaces || IsOver);

    public bool IsOver => AttendanceTimes.IsOver(Day, clock);

    public int Here => Lines.Count(line => line.State == AttendanceState.Present);

    public int Unrecorded => Lines.Count(line => line is { HasPlace: true, State: null });

    public string Standing => Lines.Count == 0
        ? "Nobody has a place in this session."
        : IsOver ? $"{Here} of {Lines.Count(line => line.State != AttendanceState.Apologies)} were here."
        : $"{Here} of {Lines.Count(line => line.State != AttendanceState.Apologies)} are here. {(Session.Taken < Session.Seats ? $"{Count.Of(Session.Seats - Session.Taken, "seat is", "seats are")} free." : "All seats are taken.")}";

    /// <summary>Why nothing can be recorded now.</summary>
    public string Shut => UkTime.Today(clock) < Day.Date
        ? $"The register opens on the day, {Day.Date.Words()}. Until then you see who has a place."
        : AttendanceTimes.IsSettled(Day, clock)
        ? $"The day was more than {AttendanceTimes.DaysToCorrect} days ago, so the register stays as it is."
        : "The day is closed, so the register stays as it is. An organiser of the day can still change it.";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await reader.LinesAsync(Day, Session.Id, cancellation);
        if (CanAdd && NameSearch.Pattern(Find) is { } pattern)
            People = await FindAsync(pattern, cancellation);
    }

    public async Task<IActionResult> OnGetPaperAsync([FromServices] PaperReader paper, CancellationToken cancellation)
    {
        var registers = await paper.RegistersAsync(Day, Db.Invitees.Where(invitee => invitee.DayId == Day.Id), Session.Id, hasCodes: true, cancellation);
        return File(RegisterPdf.Of(Day, registers), PdfFile.MediaType, "register.pdf");
    }

    public async Task<IActionResult> OnPostMarkAsync(string? mark, CancellationToken cancellation)
    {
        if (Marking.Read(mark) is not var (invitee, state, version))
            return NotFound();
        if (!CanKeep)
            return RedirectToPage();
        return await desk.MarkAsync(Session, invitee, state, version, ViewerId, cancellation) is { } answer ? Tell(answer, $"p-{invitee}") : NotFound();
    }

    public async Task<IActionResult> OnPostRestAsync(CancellationToken cancellation) =>
        CanKeep ? Tell(await desk.MarkRestPresentAsync(Session, ViewerId, cancellation)) : RedirectToPage();

    public async Task<IActionResult> OnPostAddAsync(Guid invitee, CancellationToken cancellation)
    {
        if (!CanAdd)
            return RedirectToPage();
        return await desk.AddAsync(Session, invitee, ViewerId, cancellation) is { } answer ? Tell(answer) : NotFound();
    }

    private async Task<IReadOnlyList<Found>> FindAsync(string pattern, CancellationToken cancellation)
    {
        var shown = Lines.Select(line => line.InviteeId).ToList();
        return await Db.Invitees
            .Where(invitee => invitee.DayId == Day.Id && !shown.Contains(invitee.Id))
            .Where(invitee => EF.Functions.Like((invitee.Person!.GivenName + " " + invitee.Person.FamilyName).ToLower(), pattern, NameSearch.Escape))
            .OrderBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Person!.GivenName).ThenBy(invitee => invitee.Id)
            .Select(invitee => new Found(
                invitee.Id, invitee.Person!.GivenName + " " + invitee.Person.FamilyName, invitee.Organisation!.Name,
                Db.Places.Where(place => place.RunId == Day.LiveRunId && place.InviteeId == invitee.Id && place.SlotId == Session.SlotId && place.SessionId != null)
                    .Select(place => place.Session!.Workshop!.Title).FirstOrDefault()))
            .Take(MostFound + 1).ToListAsync(cancellation);
    }

    private LocalRedirectResult Tell(RegisterAnswer answer, string? line = null)
    {
        this.Flash(answer.Words, answer.IsDone ? Kind.Success : Kind.Warning);
        return LocalRedirect(To("register") + (line is null || !answer.IsDone ? "" : $"#{line}"));
    }

    /// <summary>Somebody who can be added.</summary>
    /// <param name="InviteeId">Who.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="School">Where they come from.</param>
    /// <param name="Elsewhere">Where they have a place in this slot; null for nowhere.</param>
    public sealed record Found(Guid InviteeId, string Name, string School, string? Elsewhere);
}
