namespace Guildhall.Planning.Allocation;

/// <summary>A workshop's run in one slot and one room.</summary>
/// <param name="Workshop">The workshop's identifier. A workshop has at most one session in a slot.</param>
/// <param name="Slot">The slot's label, such as <c>1</c> or <c>09:30</c>. The day's slots are those that occur in its sessions.</param>
/// <param name="Seats">How many people the session holds, 0 or more; people with fixed places are among them, presenters are not.</param>
public sealed record Session(string Workshop, string Slot, int Seats)
{
    /// <summary>The workshop's title, for reading only.</summary>
    public string Title { get; init; } = "";

    /// <summary>The room, for reading only.</summary>
    public string Room { get; init; } = "";

    /// <summary>
    /// The fewest people with whom the session runs, 0 or more; 0 and 1 ask for nothing. A session with a fixed place in it
    /// runs whatever its minimum.
    /// </summary>
    public int Minimum { get; init; }

    /// <summary>The role groups that the session is for; none named means everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
