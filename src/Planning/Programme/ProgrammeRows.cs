namespace Guildhall.Planning.Programme;

/// <summary>A room in which workshops can run, one at a time.</summary>
/// <param name="Id">A name that no other room has.</param>
/// <param name="Seats">How many people it holds, 0 or more; presenters are not among them.</param>
public sealed record ProgrammeRoom(string Id, int Seats)
{
    /// <summary>What the room is called, for reading only; the identifier when empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The site on which it stands. Rooms of the same site, or both without one, need no travel.</summary>
    public string Site { get; init; } = "";
}

/// <summary>A workshop that is to have a place in the programme.</summary>
/// <param name="Id">A name that no other workshop has.</param>
public sealed record ProgrammeWorkshop(string Id)
{
    /// <summary>The title, for reading only; the identifier when empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Those who present every run of it. They may be people who are invited themselves (<see cref="ProgrammePerson.Id"/>), or others.</summary>
    public IReadOnlyList<string> Presenters { get; init; } = [];

    /// <summary>Slots in which it cannot run because somebody or something that it needs is not there.</summary>
    public IReadOnlyList<string> UnavailableSlots { get; init; } = [];

    /// <summary>
    /// The rooms that it can be held in; <see langword="null"/> = all. Room needs are worked out by the caller. A room with fewer seats than
    /// <see cref="Smallest"/> is not suitable, listed or not.
    /// </summary>
    public IReadOnlyList<string>? Rooms { get; init; }

    /// <summary>The fewest people with whom it runs, 0 or more.</summary>
    public int Smallest { get; init; }

    /// <summary>The most people whom it takes in one run, 1 or more, however large the room; <see langword="null"/> = as many as the room.</summary>
    public int? Largest { get; init; }

    /// <summary>The fewest runs, 0 or more; 0 = the programme may do without it.</summary>
    public int FewestRuns { get; init; } = 1;

    /// <summary>The most runs that its presenters are willing to give, 1 or more. It has at most one in a slot.</summary>
    public int MostRuns { get; init; } = 1;

    /// <summary>The role groups that it is for; none named means everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>Somebody who is invited.</summary>
/// <param name="Id">A name that nobody else has.</param>
public sealed record ProgrammePerson(string Id)
{
    /// <summary>What the person is called, for reading only; the identifier when empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their role group. Empty = only workshops that are for everybody.</summary>
    public string Group { get; init; } = "";

    /// <summary>The slots in which they are away; they can neither attend nor present in them.</summary>
    public IReadOnlyList<string> Away { get; init; } = [];

    /// <summary>The workshops that they wish for: best first, or in any order when <see cref="WishesAreEqual"/>.</summary>
    public IReadOnlyList<string> Wishes { get; init; } = [];

    /// <summary>
    /// Whether all wishes count the same, as stars given to proposals do: each costs its owner nothing, any other workshop as much as it
    /// would cost somebody with a ranked list of the same length.
    /// </summary>
    public bool WishesAreEqual { get; init; }

    /// <summary>Disappointment remembered from earlier days, 0 to 9: their regret counts 1 + carry times.</summary>
    public int Carry { get; init; }
}

/// <summary>What the organiser has decided: some run of the workshop is in this slot, in this room, or both.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Slot">The slot; <see langword="null"/> = any.</param>
/// <param name="Room">The room; <see langword="null"/> = any.</param>
public sealed record ProgrammePin(string Workshop, string? Slot, string? Room);

/// <summary>A workshop in a slot and a room.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Room">The room.</param>
public sealed record ProgrammeRun(string Workshop, string Slot, string Room);

/// <summary>What stands on the board: which workshops run, when and where. It may be unfinished or wrong; <see cref="ProgrammeCheck"/> tells.</summary>
/// <param name="Runs">The runs, in any order.</param>
public sealed record ProgrammeBoard(IReadOnlyList<ProgrammeRun> Runs)
{
    /// <summary>A board with nothing on it.</summary>
    public static ProgrammeBoard Empty { get; } = new([]);
}
