using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>A suggested programme beside the board as it was, and what it would change.</summary>
[Needs<OrganiseDay>]
public sealed class SuggestionModel(AppDb db, BoardDesk desk, TimeProvider clock) : DayPage
{
    [BindProperty(SupportsGet = true, Name = "suggestion")]
    public Guid SuggestionId { get; set; }

    public ProgrammeSuggestion Suggestion { get; private set; } = null!;

    public SuggestedProgramme? Found { get; private set; }

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>Whether the board has been changed since the suggestion was made from it.</summary>
    public bool IsBoardOther { get; private set; }

    public bool CanTake => Found is { IsStart: false } && Suggestion.TakenAt is null && Day.AdoptedRunId is null && Day.Stage <= DayStage.Choosing;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        if (!CanTake)
            return LocalRedirect(To("programme/suggestion", SuggestionId));
        Suggestion.TakenAt = clock.GetUtcNow().UtcDateTime;
        if (await desk.ArrangeAsync(Day, Found!.Runs, $"took suggestion {Suggestion.Number} as the programme", cancellation) is { } refusal)
        {
            this.Flash(refusal, Kind.Warning);
            return LocalRedirect(To("programme/suggestion", SuggestionId));
        }
        this.Flash($"Suggestion {Suggestion.Number} is on the board.");
        return LocalRedirect(To("programme/board"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await db.ProgrammeSuggestions.SingleOrDefaultAsync(row => row.Id == SuggestionId && row.DayId == Day.Id, cancellation) is not { } suggestion)
            return false;
        Suggestion = suggestion;
        if (suggestion.Outcome is null)
            return true;
        Found = PackedJson.Unpack<SuggestedProgramme>(suggestion.Outcome);
        var input = PackedJson.Unpack<ProgrammeInput>(suggestion.Input!);
        var places = input.Slots.SelectMany(slot => input.Rooms.Select(room => (slot, room)))
            .ToDictionary(pair => (pair.slot.Id, pair.room.Id), pair => $"{pair.slot.Label}, {pair.room.Name}");
        var before = input.Runs.ToLookup(run => run.Workshop, run => (run.Slot, Room: run.Room!.Value));
        var after = Found.Runs.ToLookup(run => run.Workshop, run => (run.Slot, run.Room));
        Changes = [.. input.Workshops.Select(workshop => new Change(
                $"{workshop.Code} {workshop.Title}",
                Words(before[workshop.Id].Except(after[workshop.Id])),
                Words(after[workshop.Id].Except(before[workshop.Id]))))
            .Where(change => change.Before.Count + change.After.Count > 0)];
        var now = await db.Sessions.Where(session => session.Workshop!.DayId == Day.Id && session.RoomId != null)
            .Select(session => new { session.WorkshopId, session.SlotId, session.RoomId }).ToListAsync(cancellation);
        IsBoardOther = suggestion.TakenAt is null
            && !now.Select(run => (run.WorkshopId, run.SlotId, run.RoomId!.Value)).ToHashSet().SetEquals(input.Runs.Select(run => (run.Workshop, run.Slot, run.Room!.Value)));
        return true;

        IReadOnlyList<string> Words(IEnumerable<(Guid Slot, Guid Room)> runs) => [.. runs.Select(run => places.GetValueOrDefault(run, "A place that is not there any more"))];
    }

    public sealed record Change(string Workshop, IReadOnlyList<string> Before, IReadOnlyList<string> After);
}
