using Guildhall.Planning.Allocation;
using Guildhall.Planning.Programme;
using Guildhall.Planning.Programme.Searching;

namespace Guildhall.Bench.Compare.Programmes;

/// <summary>
/// What a programme is worth when people are allocated in it by the allocation planner: 10 points for a first wish, 9 for a second and so on,
/// as the shared measurements count. The allocation is the best by our three objectives, not the one with the most points, so the points are
/// a little fewer than could be had.
/// </summary>
internal sealed class ProgrammePoints
{
    public ProgrammePoints(ProgrammeProblem problem, ProgrammeBoard board)
    {
        var forecast = new ProgrammeEvaluator(problem).Forecast(board);
        (Objective, Content) = (forecast.Objective, forecast.Content);
        var rooms = problem.Rooms.ToDictionary(room => room.Id, StringComparer.Ordinal);
        var workshops = problem.Workshops.ToDictionary(workshop => workshop.Id, StringComparer.Ordinal);
        var day = new AllocationProblemBuilder();
        foreach (var run in board.Runs)
            day.Add(new Session(run.Workshop, run.Slot, rooms[run.Room].Seats) { Groups = workshops[run.Workshop].Groups });
        foreach (var person in problem.People)
        {
            day.Add(new Person(person.Id)
            {
                Group = person.Group,
                Away = person.Away,
                Wishes = person.Wishes,
                Carry = person.Carry,
                Presents = [.. problem.Workshops.Where(workshop => workshop.Presenters.Contains(person.Id, StringComparer.Ordinal)).Select(workshop => workshop.Id)],
            });
        }
        Points = AllocationPlanner.Plan(day.Build()).Places.Sum(place => place.Rank is { } rank ? 11 - rank : 0);
    }

    /// <summary>
    /// No programme has more points: what the best days would bring, less a floor under all regrets together (each regret is a point lost, or more
    /// where the workshop is on no list).
    /// </summary>
    public static long Bound(ProgrammeProblem problem)
    {
        var facts = problem.Facts;
        var bound = new JointBound(facts, 0, Scale.Linear(facts), () => false);
        bound.Run(600, facts.People);
        var ideal = Enumerable.Range(0, facts.People).Sum(person =>
        {
            var slots = Facts.Count(facts.AllSlots & ~facts.Away[person]) - facts.Presents[person].Sum(workshop => facts.FewestRuns[workshop]);
            return Enumerable.Range(0, Math.Min(slots, facts.Wishes[person].Length)).Sum(rank => 10L - rank);
        });
        return ideal - bound.Whole;
    }

    public Objective Objective { get; }
    public int Content { get; }
    public int Points { get; }
}
