using Guildhall.Planning.Programme;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>The board, with what is wrong on it.</summary>
public sealed class ProgrammeBoardView
{
    private readonly Dictionary<(Guid Room, Guid Slot), BoardRun> _placed;
    private readonly Dictionary<Guid, InputWorkshop> _workshops;
    private readonly ProgrammeCheck? _check;
    private readonly ILookup<Guid, string> _wrong;
    private readonly HashSet<string> _known;
    private readonly ILookup<Guid, Guid> _presented;

    public ProgrammeBoardView(ProgrammeInput input)
    {
        Input = input;
        _placed = input.Runs.ToDictionary(run => (run.Room!.Value, run.Slot));
        _workshops = input.Workshops.ToDictionary(workshop => workshop.Id);
        input.TryBuild(out var problem, out var errors);
        Errors = errors;
        _check = problem is null ? null : new ProgrammeCheck(problem);
        var found = Find(input.Runs);
        found.AddRange(SeatConflicts(input));
        _wrong = found.SelectMany(conflict => conflict.Sessions.Select(session => (session, conflict.Words))).ToLookup(pair => pair.session, pair => pair.Words);
        Conflicts = [.. found.Where(conflict => !conflict.IsMissing)];
        _known = Conflicts.Select(conflict => conflict.Words).ToHashSet(StringComparer.Ordinal);
        var running = input.Runs.Concat(input.WithoutRoom).Select(run => run.Workshop).ToHashSet();
        Missing = [.. input.Workshops.Where(workshop => !running.Contains(workshop.Id))];
        _presented = input.Workshops.SelectMany(workshop => workshop.Presenters.Select(presenter => (presenter, workshop.Id))).ToLookup(pair => pair.presenter, pair => pair.Id);
    }

    public ProgrammeInput Input { get; }

    /// <summary>Rows that contradict each other; then nothing else is known to be wrong.</summary>
    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyList<BoardConflict> Conflicts { get; }

    /// <summary>Workshops that run nowhere yet.</summary>
    public IReadOnlyList<InputWorkshop> Missing { get; }

    public BoardRun? In(Guid room, Guid slot) => _placed.GetValueOrDefault((room, slot));

    public InputWorkshop WorkshopOf(BoardRun run) => _workshops[run.Workshop];

    public IEnumerable<string> WrongWith(Guid session) => _wrong[session].Distinct(StringComparer.Ordinal);

    /// <summary>What would be wrong with a session elsewhere that is not wrong now. Whoever stands there takes its place.</summary>
    /// <param name="run">The session; one that is new has a key that no other has.</param>
    /// <param name="slot">Where to.</param>
    /// <param name="room">Where to.</param>
    public IReadOnlyList<string> WrongAt(BoardRun run, Guid slot, Guid room)
    {
        var other = In(room, slot);
        var concerned = Beside(run.Workshop);
        if (other is not null)
            concerned.UnionWith(Beside(other.Workshop));
        var moved = Input.Runs.Where(one => one.Session != run.Session && one.Session != other?.Session && concerned.Contains(one.Workshop))
            .Append(run with { Slot = slot, Room = room }).ToList();
        if (other is not null && other.Session != run.Session && run.Room is not null)
            moved.Add(other with { Slot = run.Slot, Room = run.Room });
        return [.. Find(moved, concerned).Where(conflict => !conflict.IsMissing).Select(conflict => conflict.Words).Distinct(StringComparer.Ordinal).Where(words => !_known.Contains(words))];
    }

    /// <summary>
    /// The workshops whose runs a run of this one can be at odds with, beside what stands in the same room: those with a presenter of it. To
    /// look at these alone for each place finds the same, since what other runs are at odds about they are at odds about already.
    /// </summary>
    private HashSet<Guid> Beside(Guid workshop) => [workshop, .. _workshops[workshop].Presenters.SelectMany(presenter => _presented[presenter])];

    /// <summary>What is wrong with the seats of sessions as they are; a move gives a session the seats of its new room.</summary>
    private IEnumerable<BoardConflict> SeatConflicts(ProgrammeInput input)
    {
        var slots = input.Slots.ToDictionary(slot => slot.Id, slot => slot.Name);
        var rooms = input.Rooms.ToDictionary(room => room.Id);
        return input.Runs.Concat(input.WithoutRoom).SelectMany(run =>
        {
            var room = run.Room is { } key ? rooms[key] : null;
            return SessionConflicts.OfSeats(slots[run.Slot], _workshops[run.Workshop].Code, run.Seats, run.Minimum, room?.Name, room?.Seats)
                .Select(words => new BoardConflict(words, [run.Session], IsMissing: false));
        });
    }

    /// <param name="runs">The runs that are looked at.</param>
    /// <param name="whole">The workshops all of whose runs are among them; null = all.</param>
    private List<BoardConflict> Find(IReadOnlyList<BoardRun> runs, HashSet<Guid>? whole = null) => _check is null
        ? []
        : [.. _check.Conflicts(Input.BoardOf(runs), whole?.Select(ProgrammeInput.Key).ToHashSet(StringComparer.Ordinal)).Select(conflict => new BoardConflict(
            Input.Named(conflict.Text),
            [.. conflict.Runs.Select(index => runs[index].Session)],
            conflict.Kind is ProgrammeConflictKind.TooFewRuns))];
}

/// <summary>A rule that the board breaks.</summary>
/// <param name="Words">What is wrong, in a sentence.</param>
/// <param name="Sessions">The sessions that it is about.</param>
/// <param name="IsMissing">Whether something is not there yet, rather than wrong.</param>
public sealed record BoardConflict(string Words, IReadOnlyList<Guid> Sessions, bool IsMissing);
