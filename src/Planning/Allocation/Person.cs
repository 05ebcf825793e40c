namespace Guildhall.Planning.Allocation;

/// <summary>Somebody who is to be placed.</summary>
/// <param name="Id">A name that nobody else has.</param>
public sealed record Person(string Id)
{
    /// <summary>The largest remembered disappointment that a person can carry into a day.</summary>
    public const int LargestCarry = 9;

    /// <summary>What the person is called, for reading only.</summary>
    public string Name { get; init; } = "";

    /// <summary>The school they work at; it counts for the cap on people of one school in a session. Empty = no school, no cap.</summary>
    public string School { get; init; } = "";

    /// <summary>Their role group. Empty = only sessions that are for everybody.</summary>
    public string Group { get; init; } = "";

    /// <summary>The slots in which they are away and want no place.</summary>
    public IReadOnlyList<string> Away { get; init; } = [];

    /// <summary>The workshops that they present: they are busy in every slot in which these have a session, whether it runs or not.</summary>
    public IReadOnlyList<string> Presents { get; init; } = [];

    /// <summary>The workshops they wish for, best first, any number of them.</summary>
    public IReadOnlyList<string> Wishes { get; init; } = [];

    /// <summary>Disappointment remembered from earlier days, 0 to <see cref="LargestCarry"/>: their regret counts 1 + carry times.</summary>
    public int Carry { get; init; }
}
