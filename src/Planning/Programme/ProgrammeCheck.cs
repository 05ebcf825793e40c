using static Guildhall.Planning.Programme.ProgrammeConflictKind;

namespace Guildhall.Planning.Programme;

/// <summary>
/// Holds a board against every rule, from the rows alone: it shares no code with the planner. Made once for a problem and then asked after
/// each move; O(runs x presenters), a few milliseconds for 300 workshops.
/// </summary>
/// <param name="problem">The problem.</param>
public sealed class ProgrammeCheck(ProgrammeProblem problem)
{
    private readonly Dictionary<string, ProgrammeWorkshop> _workshops = problem.Workshops.ToDictionary(workshop => workshop.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, ProgrammeRoom> _rooms = problem.Rooms.ToDictionary(room => room.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _slots = problem.Slots.Select((slot, index) => (slot, index)).ToDictionary(StringComparer.Ordinal);
    private readonly Dictionary<string, ProgrammePerson> _people = problem.People.ToDictionary(person => person.Id, StringComparer.Ordinal);

    /// <summary>Finds everything that is wrong with a board.</summary>
    /// <param name="board">The board, finished or not.</param>
    /// <param name="counted">
    /// The workshops whose number of runs and pins are looked at, <see langword="null"/> = all: where a part of a board is asked about, those all
    /// of whose runs are in it.
    /// </param>
    /// <returns>The conflicts, those about single runs first; empty = every rule is kept.</returns>
    public IReadOnlyList<ProgrammeConflict> Conflicts(ProgrammeBoard board, IReadOnlySet<string>? counted = null)
    {
        ArgumentNullException.ThrowIfNull(board);
        var conflicts = new List<ProgrammeConflict>();
        var known = new List<Run>();
        for (var index = 0; index < board.Runs.Count; index++)
        {
            if (TryRead(board.Runs[index], index, conflicts) is { } run)
                known.Add(run);
        }
        known.ForEach(run => CheckAlone(run, conflicts));
        CheckRooms(known, conflicts);
        CheckPresenters(known, conflicts);
        CheckNumbers(known, counted, conflicts);
        CheckPins(known, counted, conflicts);
        return conflicts;
    }

    private sealed record Run(int Index, ProgrammeWorkshop Workshop, int Slot, ProgrammeRoom Room);

    private Run? TryRead(ProgrammeRun run, int index, List<ProgrammeConflict> conflicts)
    {
        var isWorkshop = _workshops.TryGetValue(run.Workshop, out var workshop);
        var isSlot = _slots.TryGetValue(run.Slot, out var slot);
        var isRoom = _rooms.TryGetValue(run.Room, out var room);
        if (isWorkshop && isSlot && isRoom)
            return new Run(index, workshop!, slot, room!);
        conflicts.Add(new(Unknown, run.Workshop, [index], !isWorkshop ? $"There is no workshop {run.Workshop}."
            : !isSlot ? $"{NameOf(workshop!)} is in slot {run.Slot}, which the day does not have." : $"{NameOf(workshop!)} is in room {run.Room}, which is not there."));
        return null;
    }

    private void CheckAlone(Run run, List<ProgrammeConflict> conflicts)
    {
        var (workshop, room, slot) = (run.Workshop, run.Room, problem.Slots[run.Slot]);
        if (workshop.UnavailableSlots.Contains(slot, StringComparer.Ordinal))
            Add(PresenterUnavailable, $"{NameOf(workshop)} cannot run in slot {slot}.");
        foreach (var presenter in workshop.Presenters.Distinct(StringComparer.Ordinal))
        {
            if (_people.TryGetValue(presenter, out var person) && person.Away.Contains(slot, StringComparer.Ordinal))
                Add(PresenterUnavailable, $"{NameOf(presenter)} presents {NameOf(workshop)} but is away in slot {slot}.");
        }
        if (room.Seats < workshop.Smallest)
            Add(RoomTooSmall, $"{NameOf(workshop)} needs {workshop.Smallest} people, but {NameOf(room)} has {room.Seats} seats.");
        if (workshop.Rooms is not null && !workshop.Rooms.Contains(room.Id, StringComparer.Ordinal))
            Add(RoomUnsuitable, $"{NameOf(workshop)} cannot be held in {NameOf(room)}.");

        void Add(ProgrammeConflictKind kind, string text) => conflicts.Add(new(kind, workshop.Id, [run.Index], text));
    }

    private void CheckRooms(List<Run> runs, List<ProgrammeConflict> conflicts)
    {
        foreach (var same in runs.GroupBy(run => (run.Room.Id, run.Slot)).Where(group => group.Skip(1).Any()))
        {
            var first = same.First();
            conflicts.Add(new(RoomUsedTwice, first.Workshop.Id, [.. same.Select(run => run.Index)],
                $"{NameOf(first.Room)} has {Together(same.Select(run => NameOf(run.Workshop)))} at the same time, in slot {problem.Slots[first.Slot]}."));
        }
    }

    private void CheckPresenters(List<Run> runs, List<ProgrammeConflict> conflicts)
    {
        var byPresenter = runs.SelectMany(run => run.Workshop.Presenters.Distinct(StringComparer.Ordinal).Select(presenter => (presenter, run)))
            .GroupBy(pair => pair.presenter, pair => pair.run, StringComparer.Ordinal);
        foreach (var group in byPresenter)
        {
            var own = group.OrderBy(run => run.Slot).ThenBy(run => run.Index).ToList();
            for (var i = 0; i < own.Count; i++)
            {
                for (var j = i + 1; j < own.Count && own[j].Slot <= own[i].Slot + 1; j++)
                    CheckPair(group.Key, own[i], own[j], conflicts);
            }
        }
    }

    private void CheckPair(string presenter, Run one, Run other, List<ProgrammeConflict> conflicts)
    {
        if (one.Slot == other.Slot && one.Workshop != other.Workshop)
        {
            conflicts.Add(new(PresenterClash, one.Workshop.Id, [one.Index, other.Index],
                $"{NameOf(presenter)} presents {NameOf(one.Workshop)} and {NameOf(other.Workshop)} at the same time, in slot {problem.Slots[one.Slot]}."));
        }
        else if (one.Slot != other.Slot && !string.Equals(one.Room.Site, other.Room.Site, StringComparison.Ordinal))
        {
            conflicts.Add(new(Travel, other.Workshop.Id, [one.Index, other.Index],
                $"{NameOf(presenter)} must go from {NameOf(one.Room)} to {NameOf(other.Room)}, on another site, between slots "
                + $"{problem.Slots[one.Slot]} and {problem.Slots[other.Slot]}; leave a slot free in between."));
        }
    }

    private void CheckNumbers(List<Run> runs, IReadOnlySet<string>? counted, List<ProgrammeConflict> conflicts)
    {
        var byWorkshop = runs.ToLookup(run => run.Workshop.Id, StringComparer.Ordinal);
        foreach (var workshop in problem.Workshops)
        {
            if (counted?.Contains(workshop.Id) == false)
                continue;
            var own = byWorkshop[workshop.Id].ToList();
            foreach (var same in own.GroupBy(run => run.Slot).Where(group => group.Skip(1).Any()))
                conflicts.Add(new(TwiceInSlot, workshop.Id, [.. same.Select(run => run.Index)], $"{NameOf(workshop)} runs twice in slot {problem.Slots[same.Key]}."));
            if (own.Count > workshop.MostRuns)
            {
                conflicts.Add(new(TooManyRuns, workshop.Id, [.. own.Select(run => run.Index)],
                    $"{NameOf(workshop)} runs {Times(own.Count)}, but may run only {Times(workshop.MostRuns)}."));
            }
            if (own.Count == 0 && workshop.FewestRuns == 1)
                conflicts.Add(new(TooFewRuns, workshop.Id, [], $"{NameOf(workshop)} has no place in the programme yet."));
            else if (own.Count < workshop.FewestRuns)
                conflicts.Add(new(TooFewRuns, workshop.Id, [.. own.Select(run => run.Index)], $"{NameOf(workshop)} runs {Times(own.Count)}, but must run {Times(workshop.FewestRuns)}."));
        }
    }

    private void CheckPins(List<Run> runs, IReadOnlySet<string>? counted, List<ProgrammeConflict> conflicts)
    {
        var byWorkshop = runs.ToLookup(run => run.Workshop.Id, StringComparer.Ordinal);
        foreach (var pin in problem.Pins)
        {
            if (counted?.Contains(pin.Workshop) == false)
                continue;
            var own = byWorkshop[pin.Workshop];
            if (own.Any(run => (pin.Slot is null || string.Equals(problem.Slots[run.Slot], pin.Slot, StringComparison.Ordinal))
                && (pin.Room is null || string.Equals(run.Room.Id, pin.Room, StringComparison.Ordinal))))
                continue;
            var where = (pin.Slot is null ? "" : $" in slot {pin.Slot}") + (pin.Room is null ? "" : $" in {NameOf(_rooms[pin.Room])}");
            conflicts.Add(new(PinBroken, pin.Workshop, [.. own.Select(run => run.Index)], $"{NameOf(_workshops[pin.Workshop])} is pinned: it must run{where}."));
        }
    }

    private string NameOf(string presenter) => _people.TryGetValue(presenter, out var person) && person.Name.Length > 0 ? person.Name : presenter;

    private static string NameOf(ProgrammeWorkshop workshop) => workshop.Title.Length > 0 ? workshop.Title : workshop.Id;

    private static string NameOf(ProgrammeRoom room) => room.Name.Length > 0 ? room.Name : room.Id;

    private static string Times(int number) => number switch { 0 => "not at all", 1 => "once", 2 => "twice", _ => $"{number} times" };

    private static string Together(IEnumerable<string> names)
    {
        var all = names.ToList();
        return $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
