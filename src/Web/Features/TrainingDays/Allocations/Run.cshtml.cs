using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>The outcome of a run: how good it is, whether it is fair, and what would help most.</summary>
[Needs<SeeAllocationRun>]
public sealed class RunModel(AppDb db) : PageModel
{
    private const int MostGains = 8;

    public AllocationRun AllocationRun => HttpContext.Thing<AllocationRun>();

    public TrainingDay Day { get; private set; } = null!;

    public string StartedBy { get; private set; } = "";

    public RunFigures? Figures { get; private set; }

    public IReadOnlyList<string> Verdict { get; private set; } = [];

    public IReadOnlyList<Bar> ByRegret { get; private set; } = [];

    public IReadOnlyList<Bar> ByRoleGroup { get; private set; } = [];

    public IReadOnlyList<Bar> BySchool { get; private set; } = [];

    /// <summary>The sessions, by what an organiser looks for: those that do not run first.</summary>
    public IReadOnlyList<SessionGroup> Sessions { get; private set; } = [];

    public IReadOnlyList<string>? Gains { get; private set; }

    public bool CanAdopt => AllocationRun.IsFinished && Day.Stage == DayStage.Allocating && Day.AdoptedRunId != AllocationRun.Id;

    public string Seconds => $"{AllocationRun.DurationMilliseconds / 1000.0:0.0} seconds";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Day = await db.TrainingDays.AsNoTracking().SingleAsync(day => day.Id == AllocationRun.DayId, cancellation);
        StartedBy = await db.People.Where(person => person.Id == AllocationRun.StartedById)
            .Select(person => person.GivenName + " " + person.FamilyName).SingleAsync(cancellation);
        if (!AllocationRun.IsFinished)
            return;
        Figures = PackedJson.Unpack<RunFigures>(AllocationRun.Figures!);
        Verdict = RunVerdict.Sentences(AllocationRun);
        ByRegret = [.. Figures.PeopleByRegret.Select((people, regret) => new Bar(regret == 0 ? "0 steps: their best day" : Count.Of(regret, "step", "steps"), people))];
        ByRoleGroup = [.. Figures.ByRoleGroup.Select(group => Share(group.Group.Words(), group))];
        var schools = await db.Organisations.Where(organisation => db.Invitees
                .Any(invitee => invitee.DayId == Day.Id && invitee.OrganisationId == organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancellation);
        BySchool = [.. Figures.ByOrganisation.Select(group => Share(schools.GetValueOrDefault(group.Group, "A school that was removed"), group))
            .OrderBy(bar => bar.Words, StringComparer.Ordinal)];
        await ReadSessionsAsync(Figures, cancellation);
    }

    private static Bar Share<T>(string words, GroupFigures<T> group) => new(
        words,
        group.Chosen == 0 ? 0 : (double)group.AllWishes / group.Chosen,
        group.Chosen == 0 ? "nobody chose" : $"{100.0 * group.AllWishes / group.Chosen:0}% of {group.Chosen}");

    private async Task ReadSessionsAsync(RunFigures figures, CancellationToken cancellation)
    {
        var filled = figures.Sessions.ToDictionary(session => session.Session);
        var rows = await db.Sessions.Where(session => session.Workshop!.DayId == Day.Id)
            .OrderBy(session => session.Workshop!.Code).ThenBy(session => session.Slot!.StartMinute)
            .Select(session => new
            {
                session.Id,
                session.WorkshopId,
                session.SlotId,
                session.Workshop!.Code,
                session.Workshop.Title,
                session.Slot!.StartMinute,
                Room = session.Room == null ? "" : session.Room.Name,
                session.Seats,
                session.Minimum,
            }).ToListAsync(cancellation);
        Sessions = SessionGroup.Of(rows.Where(row => filled.ContainsKey(row.Id)).Select(row => new SessionRow(
            row.WorkshopId, $"{row.Code} {row.Title}", TimeOnly.MinValue.AddMinutes(row.StartMinute), row.Room, row.Seats, row.Minimum,
            filled[row.Id].People, filled[row.Id].Runs)));
        var titles = rows.DistinctBy(row => row.WorkshopId).ToDictionary(row => row.WorkshopId, row => row.Title);
        var times = await db.Slots.Where(slot => slot.DayId == Day.Id)
            .ToDictionaryAsync(slot => slot.Id, slot => TimeOnly.MinValue.AddMinutes(slot.StartMinute), cancellation);
        Gains = figures.Gains?.Where(gain => gain.After < gain.Before && titles.ContainsKey(gain.Workshop) && times.ContainsKey(gain.Slot))
            .OrderBy(gain => gain.After).Take(MostGains)
            .Select(gain => RunVerdict.Words(gain, titles[gain.Workshop], times[gain.Slot])).ToList();
    }
}
