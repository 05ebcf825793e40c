using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary>
/// A day as numbers, read from the public rows by code of its own: what the baselines, the model files and the evaluation share, so that
/// none of them can repeat a mistake of the planner.
/// </summary>
internal sealed class PlainDay
{
    public const int None = -1;

    public PlainDay(AllocationProblem problem)
    {
        Problem = problem;
        var slots = Index(problem.Slots);
        var workshops = Index(problem.Workshops);
        Slots = slots.Count;
        SlotOf = [.. problem.Sessions.Select(session => slots[session.Slot])];
        WorkshopOf = [.. problem.Sessions.Select(session => workshops[session.Workshop])];
        SessionsOf = Enumerable.Range(0, SlotOf.Length).ToLookup(session => WorkshopOf[session]);
        Seats = [.. problem.Sessions.Select(session => session.Seats)];
        People = [.. problem.People.Select((person, index) => Read(person, index, slots, workshops))];
        HasFixed = new bool[SlotOf.Length];
        var people = problem.People.Select((person, index) => (person.Id, index)).ToDictionary(StringComparer.Ordinal);
        foreach (var place in problem.FixedPlaces)
        {
            var session = SessionsOf[workshops[place.Workshop]].Single(session => SlotOf[session] == slots[place.Slot]);
            People[people[place.Person]].Fixed[slots[place.Slot]] = session;
            HasFixed[session] = true;
        }
    }

    /// <summary>Somebody.</summary>
    internal sealed class Attendee
    {
        public required int Index { get; init; }
        public required string School { get; init; }
        public required int Weight { get; init; }

        /// <summary>For each slot whether they want a place.</summary>
        public required bool[] Wants { get; init; }

        /// <summary>The valid list: workshops, best first.</summary>
        public required int[] List { get; init; }

        /// <summary>For each slot the sessions that they may attend, on the list or not, seats or none.</summary>
        public required int[][] Allowed { get; init; }

        /// <summary>For each slot the session of their fixed place, or <see cref="None"/>.</summary>
        public required int[] Fixed { get; init; }

        /// <summary>What a place costs them; <see cref="None"/> = no place.</summary>
        public int Cost(int workshop) => workshop == None ? List.Length + 1
            : Array.IndexOf(List, workshop) is >= 0 and var rank ? rank
            : List.Length;
    }

    public AllocationProblem Problem { get; }
    public int Slots { get; }
    public int[] SlotOf { get; }
    public int[] WorkshopOf { get; }
    public int[] Seats { get; }
    public bool[] HasFixed { get; }
    public ILookup<int, int> SessionsOf { get; }
    public IReadOnlyList<Attendee> People { get; }

    /// <summary>A session's minimum; 0 when it runs anyhow.</summary>
    public int MinimumOf(int session) => HasFixed[session] || Problem.Sessions[session].Minimum <= 1 ? 0 : Problem.Sessions[session].Minimum;

    private Attendee Read(Person person, int index, Dictionary<string, int> slots, Dictionary<string, int> workshops)
    {
        var presents = person.Presents.Select(name => workshops[name]).ToHashSet();
        var wants = Enumerable.Repeat(true, Slots).ToArray();
        foreach (var away in person.Away.Where(slots.ContainsKey))
            wants[slots[away]] = false;
        foreach (var session in presents.SelectMany(workshop => SessionsOf[workshop]))
            wants[SlotOf[session]] = false;
        var allowed = Enumerable.Range(0, SlotOf.Length)
            .Where(session => !presents.Contains(WorkshopOf[session]) && IsFor(Problem.Sessions[session], person)).ToLookup(session => SlotOf[session]);
        return new Attendee
        {
            Index = index,
            School = person.School,
            Weight = 1 + person.Carry,
            Wants = wants,
            List = [.. person.Wishes.Select(name => workshops[name]).Distinct()
                .Where(workshop => !presents.Contains(workshop) && SessionsOf[workshop].Any(session => IsFor(Problem.Sessions[session], person)))],
            Allowed = [.. Enumerable.Range(0, Slots).Select(slot => wants[slot] ? allowed[slot].ToArray() : [])],
            Fixed = [.. Enumerable.Repeat(None, Slots)],
        };
    }

    private static bool IsFor(Session session, Person person) =>
        session.Groups.Count == 0 || session.Groups.Contains(person.Group, StringComparer.Ordinal);

    private static Dictionary<string, int> Index(IReadOnlyList<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(StringComparer.Ordinal);
}
