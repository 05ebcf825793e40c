using System.Globalization;
using System.Text;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Oracle;

/// <summary>
/// The day written as a program in whole numbers, straight from planning.md and from the rows, for a general solver. Shares nothing
/// with the planner; what a person could have alone is found by trying everything.
/// </summary>
public sealed class MipModel
{
    private readonly AllocationProblem _problem;
    private readonly List<OraclePerson> _people;

    public MipModel(AllocationProblem problem)
    {
        _problem = problem;
        _people = [.. problem.People.Select((person, index) => new OraclePerson(problem, person, index))];
    }

    /// <summary>Least empty slots.</summary>
    public string FewestEmpty() => Write(string.Join(" + ", Empties().DefaultIfEmpty("zero")), []);

    /// <summary>Least worst regret among allocations with so many empty slots.</summary>
    public string SmallestWorst(int empty) => Write("worst", [AtMostEmpty(empty), .. _people.Select(person => $"{person.RegretTerms()} - worst <= {Text(-person.RegretConstant)}")]);

    /// <summary>Least weighted squares among allocations with so many empty slots and no larger regret.</summary>
    public string LeastSquares(int empty, int worst)
    {
        var goal = new StringBuilder("zero");
        var rows = new List<string> { AtMostEmpty(empty) };
        var bounds = new List<string>();
        foreach (var person in _people)
        {
            rows.Add($"{person.RegretTerms()} <= {Text(worst - person.RegretConstant)}");
            var steps = new StringBuilder();
            for (var k = 1; k <= worst; k++)
            {
                // The k-th unit of regret adds 2k - 1 to its square.
                goal.Append(CultureInfo.InvariantCulture, $" + {person.Weight * ((2 * k) - 1)} z{person.Index}_{k}");
                steps.Append(CultureInfo.InvariantCulture, $" - z{person.Index}_{k}");
                bounds.Add($"z{person.Index}_{k} <= 1");
            }
            rows.Add($"{person.RegretTerms()}{steps} <= {Text(-person.RegretConstant)}");
        }
        return Write(goal.ToString(), rows, bounds);
    }

    private IEnumerable<string> Empties() => _people.SelectMany(person => person.OpenSlots.Select(person.Empty));

    private string AtMostEmpty(int empty) => $"{string.Join(" + ", Empties().DefaultIfEmpty("zero"))} <= {Text(empty)}";

    private string Write(string goal, IEnumerable<string> rows, IEnumerable<string>? bounds = null)
    {
        var text = new StringBuilder("Minimize\n obj: ").Append(goal).Append("\nSubject To\n");
        foreach (var row in rows.Concat(Rules()))
            text.Append(' ').Append(row).Append('\n');
        text.Append("Bounds\n zero = 0\n");
        foreach (var bound in bounds ?? [])
            text.Append(' ').Append(bound).Append('\n');
        text.Append("Binary\n");
        foreach (var person in _people)
        {
            foreach (var name in person.Options.Select(person.Take).Concat(person.OpenSlots.Select(person.Empty)))
                text.Append(' ').Append(name).Append('\n');
        }
        for (var session = 0; session < _problem.Sessions.Count; session++)
        {
            if (NeedOf(session) > 0)
                text.Append(CultureInfo.InvariantCulture, $" run{session}\n");
        }
        return text.Append("End\n").ToString();
    }

    private IEnumerable<string> Rules()
    {
        foreach (var person in _people)
        {
            foreach (var slot in person.OpenSlots)
                yield return string.Join(" + ", person.Options.Where(option => _problem.Sessions[option].Slot == slot).Select(person.Take).Append(person.Empty(slot))) + " = 1";
            foreach (var workshop in person.Options.GroupBy(option => _problem.Sessions[option].Workshop).Where(group => group.Count() > 1))
                yield return string.Join(" + ", workshop.Select(person.Take)) + " <= 1";
        }
        for (var session = 0; session < _problem.Sessions.Count; session++)
        {
            var takers = _people.Where(person => person.Options.Contains(session)).ToList();
            if (takers.Count == 0)
                continue;
            var all = string.Join(" + ", takers.Select(person => person.Take(session)));
            var row = _problem.Sessions[session];
            var held = _problem.FixedPlaces.Where(place => place.Workshop == row.Workshop && place.Slot == row.Slot).ToList();
            var need = NeedOf(session);
            if (need == 0)
            {
                yield return $"{all} <= {Text(row.Seats - held.Count)}";
            }
            else
            {
                yield return $"{all} - {row.Seats} run{session} <= 0";
                yield return $"{all} - {need} run{session} >= 0";
            }
            foreach (var school in takers.GroupBy(person => person.School).Where(school => _problem.SchoolCap is not null && school.Key.Length > 0))
            {
                var own = held.Count(place => _problem.People.First(person => person.Id == place.Person).School == school.Key);
                yield return $"{string.Join(" + ", school.Select(person => person.Take(session)))} <= {Text(_problem.SchoolCap!.Value - own)}";
            }
        }
    }

    private int NeedOf(int session)
    {
        var row = _problem.Sessions[session];
        return _problem.FixedPlaces.Any(place => place.Workshop == row.Workshop && place.Slot == row.Slot) ? 0 : row.Minimum;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
