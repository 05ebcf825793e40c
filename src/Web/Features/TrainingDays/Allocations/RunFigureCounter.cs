using Guildhall.Planning.Allocation;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Counts what the outcome page shows.</summary>
internal sealed class RunFigureCounter(AllocationInput input, AllocationOutcome outcome)
{
    private readonly AllocationProblem _problem = outcome.Problem;

    public RunFigures Count(IReadOnlyList<Gain>? gains)
    {
        var people = input.People.ToDictionary(person => AllocationInput.Key(person.Invitee), StringComparer.Ordinal);
        var inOrder = _problem.People.Select(person => people[person.Id]).ToList();
        var empty = new int[inOrder.Count];
        foreach (var place in outcome.Places.Where(place => place.Session is null))
            empty[place.Person]++;
        var rows = inOrder.Select((person, index) => (Person: person, Regret: outcome.Regrets[index], Empty: empty[index])).ToList();
        return new RunFigures(
            rows.Count(row => row.Person.HasChosen),
            [.. Enumerable.Range(0, outcome.Regrets.DefaultIfEmpty().Max() + 1).Select(regret => outcome.Regrets.Count(value => value == regret))],
            Groups(rows, person => person.RoleGroup),
            Groups(rows, person => person.Organisation),
            Sessions(),
            gains);
    }

    private static List<GroupFigures<T>> Groups<T>(
        IEnumerable<(InputPerson Person, int Regret, int Empty)> rows, Func<InputPerson, T> group) =>
        [.. rows.GroupBy(row => group(row.Person)).OrderBy(rowsOfGroup => rowsOfGroup.Key).Select(rowsOfGroup => new GroupFigures<T>(
            rowsOfGroup.Key,
            rowsOfGroup.Count(),
            rowsOfGroup.Count(row => row.Person.HasChosen),
            rowsOfGroup.Count(row => row.Person.HasChosen && row is { Regret: 0, Empty: 0 }),
            rowsOfGroup.Sum(row => row.Regret),
            rowsOfGroup.Sum(row => row.Empty)))];

    private List<SessionFigures> Sessions()
    {
        var sessions = input.Sessions.ToDictionary(session => (session.Workshop, session.Slot), session => session.Id);
        var slots = input.Slots.ToDictionary(slot => slot.Label, slot => slot.Id, StringComparer.Ordinal);
        var counts = new int[_problem.Sessions.Count];
        foreach (var place in outcome.Places)
        {
            if (place.Session is { } session)
                counts[session]++;
        }
        var closed = outcome.NotRunning.ToHashSet();
        return [.. _problem.Sessions.Select((session, index) => new SessionFigures(
            sessions[(AllocationInput.Id(session.Workshop), slots[session.Slot])], counts[index], !closed.Contains(index)))];
    }
}
