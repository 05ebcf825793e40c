using Guildhall.Planning.Allocation;
using Guildhall.Planning.Programme;

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
                Group = person.Group, Away = person.Away, Wishes = person.Wishes, Carry = person.Carry,
                Presents = [.. problem.Workshops.Where(workshop => workshop.Presenters.Contains(person.Id, StringComparer.Ordinal)).Select(workshop => workshop.Id)],
            });
        }
        Points = AllocationPlanner.Plan(day.Build()).Places.Sum(place => place.Rank is { } rank ? 11 - rank : 0);
    }

    public Objective Objective { get; }
    public int Content { get; }
    public int Points { get; }
}
