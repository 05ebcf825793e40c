using Guildhall.Planning.Allocation;
using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

/// <summary>
/// The best objective on a board by trying every allocation, written from the rules alone. A run under its smallest number has no seats, so each
/// choice of runs that take place is tried too.
/// </summary>
internal sealed class EveryAllocation
{
    private readonly ProgrammeProblem _problem;
    private readonly List<ProgrammeRun> _runs;
    private readonly int[] _seats;
    private readonly int[] _taken;
    private Objective _best = new(int.MaxValue, int.MaxValue, long.MaxValue);

    private EveryAllocation(ProgrammeProblem problem, ProgrammeBoard board)
    {
        _problem = problem;
        _runs = [.. board.Runs];
        _seats = [.. _runs.Select(run => Math.Min(problem.Rooms.Single(room => room.Id == run.Room).Seats, WorkshopOf(run).Largest ?? int.MaxValue))];
        _taken = new int[_runs.Count];
    }

    /// <param name="problem">The problem.</param>
    /// <param name="board">The board.</param>
    /// <param name="known">What is worse than this need not be told apart.</param>
    public static Objective Best(ProgrammeProblem problem, ProgrammeBoard board, Objective? known = null)
    {
        var search = new EveryAllocation(problem, board);
        search._best = known ?? search._best;
        search.Place(0, 0, [], new Objective(0, 0, 0));
        return search._best;
    }

    private ProgrammeWorkshop WorkshopOf(ProgrammeRun run) => _problem.Workshops.Single(workshop => workshop.Id == run.Workshop);

    private void Place(int person, int slot, List<string> attended, Objective sofar)
    {
        if (sofar >= _best)
            return;
        if (person == _problem.People.Count)
        {
            if (Enumerable.Range(0, _runs.Count).All(run => _taken[run] == 0 || _taken[run] >= WorkshopOf(_runs[run]).Smallest))
                _best = sofar < _best ? sofar : _best;
            return;
        }
        var who = _problem.People[person];
        if (slot == _problem.Slots.Count)
        {
            var regret = Regret(who, attended);
            Place(person + 1, 0, [], new Objective(
                sofar.Empty + attended.Count(place => place.Length == 0),
                Math.Max(sofar.WorstRegret, regret),
                sofar.WeightedSquares + Objective.WeightedSquare(regret, who.Carry)));
            return;
        }
        if (!Wants(who, slot))
        {
            Place(person, slot + 1, attended, sofar);
            return;
        }
        for (var run = 0; run < _runs.Count; run++)
        {
            var workshop = WorkshopOf(_runs[run]);
            if (_runs[run].Slot != _problem.Slots[slot] || _taken[run] == _seats[run] || attended.Contains(workshop.Id)
                || workshop.Presenters.Contains(who.Id) || (workshop.Groups.Count > 0 && !workshop.Groups.Contains(who.Group)))
                continue;
            _taken[run]++;
            Place(person, slot + 1, [.. attended, workshop.Id], sofar);
            _taken[run]--;
        }
        Place(person, slot + 1, [.. attended, ""], sofar);
    }

    private bool Wants(ProgrammePerson who, int slot) => !who.Away.Contains(_problem.Slots[slot])
        && !_runs.Exists(run => run.Slot == _problem.Slots[slot] && WorkshopOf(run).Presenters.Contains(who.Id));

    private int Regret(ProgrammePerson who, List<string> attended)
    {
        var list = who.Wishes.Distinct().Where(wish => _problem.Workshops.Single(workshop => workshop.Id == wish) is var workshop
            && !workshop.Presenters.Contains(who.Id) && (workshop.Groups.Count == 0 || workshop.Groups.Contains(who.Group))).ToList();
        var cost = attended.Sum(place => place.Length == 0 ? list.Count + 1
            : !list.Contains(place) ? list.Count
            : who.WishesAreEqual ? 0 : list.IndexOf(place));
        return cost - Enumerable.Range(0, attended.Count).Sum(place => place >= list.Count ? list.Count : who.WishesAreEqual ? 0 : place);
    }
}
