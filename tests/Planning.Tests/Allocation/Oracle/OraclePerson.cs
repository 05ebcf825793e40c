using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Oracle;

/// <summary>A person's variables, and what they could have alone.</summary>
public sealed class OraclePerson
{
    private readonly AllocationProblem _problem;
    private readonly List<string> _wishes;

    public OraclePerson(AllocationProblem problem, Person person, int index)
    {
        _problem = problem;
        Index = index;
        Weight = 1 + person.Carry;
        School = person.School;
        var held = problem.FixedPlaces.Where(place => place.Person == person.Id).ToList();
        bool IsMine(Session session) => session.Groups.Count == 0 || session.Groups.Contains(person.Group);
        _wishes = [.. person.Wishes.Distinct().Where(wish => !person.Presents.Contains(wish)
            && problem.Sessions.Any(session => session.Workshop == wish && IsMine(session)))];
        OpenSlots = [.. problem.Slots.Where(slot => !person.Away.Contains(slot) && !held.Exists(place => place.Slot == slot)
            && !problem.Sessions.Any(session => session.Slot == slot && person.Presents.Contains(session.Workshop)))];
        Options = [.. Enumerable.Range(0, problem.Sessions.Count).Where(option => problem.Sessions[option] is var session
            && session.Seats > 0 && IsMine(session) && OpenSlots.Contains(session.Slot)
            && !person.Presents.Contains(session.Workshop) && !held.Exists(place => place.Workshop == session.Workshop))];
        var best = (Empty: int.MaxValue, Cost: int.MaxValue);
        Try(0, [], 0, 0, ref best);
        RegretConstant = -best.Cost;
    }

    public int Index { get; }

    public int Weight { get; }

    public string School { get; }

    public List<string> OpenSlots { get; }

    public List<int> Options { get; }

    /// <summary>What is added to the costs of the open slots to make the regret; fixed places cost the same alone and cancel.</summary>
    public int RegretConstant { get; }

    public string Take(int session) => string.Create(CultureInfo.InvariantCulture, $"x{Index}_{session}");

    public string Empty(string slot) => $"e{Index}_{slot}";

    public string RegretTerms() => string.Join(" + ", Options
        .Select(option => string.Create(CultureInfo.InvariantCulture, $"{CostOf(option)} {Take(option)}"))
        .Concat(OpenSlots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"{_wishes.Count + 1} {Empty(slot)}")))
        .DefaultIfEmpty("zero"));

    private int CostOf(int session) => _wishes.IndexOf(_problem.Sessions[session].Workshop) is var rank and >= 0 ? rank : _wishes.Count;

    private void Try(int slot, List<string> taken, int empty, int cost, ref (int Empty, int Cost) best)
    {
        if (slot == OpenSlots.Count)
        {
            if ((empty, cost).CompareTo(best) < 0)
                best = (empty, cost);
            return;
        }
        Try(slot + 1, taken, empty + 1, cost + _wishes.Count + 1, ref best);
        foreach (var option in Options.Where(option => _problem.Sessions[option].Slot == OpenSlots[slot] && !taken.Contains(_problem.Sessions[option].Workshop)))
            Try(slot + 1, [.. taken, _problem.Sessions[option].Workshop], empty, cost + CostOf(option), ref best);
    }
}
