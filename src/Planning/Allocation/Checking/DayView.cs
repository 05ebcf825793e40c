namespace Guildhall.Planning.Allocation.Checking;

/// <summary>Look-ups by name that all people share.</summary>
internal sealed class DayView(AllocationProblem problem)
{
    public AllocationProblem Problem { get; } = problem;

    public Dictionary<string, int> SlotIndex { get; } = IndexOf(problem.Slots);

    public Dictionary<string, int> PersonIndex { get; } = IndexOf([.. problem.People.Select(person => person.Id)]);

    public Dictionary<(string Workshop, string Slot), int> SessionIndex { get; } =
        problem.Sessions.Select((session, index) => (session, index)).ToDictionary(pair => (pair.session.Workshop, pair.session.Slot), pair => pair.index);

    public ILookup<string, Session> ByWorkshop { get; } = problem.Sessions.ToLookup(session => session.Workshop, StringComparer.Ordinal);

    public int IndexOf(Session session) => SessionIndex[(session.Workshop, session.Slot)];

    private static Dictionary<string, int> IndexOf(IReadOnlyList<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
}
