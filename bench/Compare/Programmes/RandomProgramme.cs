using Guildhall.Bench.Days;
using Guildhall.Planning.Programme;

namespace Guildhall.Bench.Compare.Programmes;

/// <summary>
/// A programme by chance: repeats go to those with the most wishes a run, workshops with many runs first into the slots with the fewest; rooms
/// by chance, or the larger for those with more wishes a run. Made for days without pins, sites or unavailable presenters.
/// </summary>
internal static class RandomProgramme
{
    public static ProgrammeBoard Make(ProgrammeProblem problem, SplitMix64 chance, bool popular)
    {
        var wishes = problem.Workshops.ToDictionary(
            workshop => workshop.Id, workshop => problem.People.Count(person => person.Wishes.Contains(workshop.Id, StringComparer.Ordinal)), StringComparer.Ordinal);
        var runs = problem.Workshops.ToDictionary(workshop => workshop.Id, workshop => workshop.FewestRuns, StringComparer.Ordinal);
        for (var left = (problem.Slots.Count * problem.Rooms.Count) - runs.Values.Sum(); left > 0; left--)
        {
            var next = problem.Workshops.Where(workshop => runs[workshop.Id] < workshop.MostRuns).OrderByDescending(workshop => (double)wishes[workshop.Id] / (runs[workshop.Id] + 1)).FirstOrDefault();
            if (next is null)
                break;
            runs[next.Id]++;
        }
        var bySlot = problem.Slots.Select(_ => new List<string>()).ToList();
        foreach (var (workshop, count) in runs.OrderByDescending(pair => pair.Value).ThenBy(_ => chance.Next()))
        {
            foreach (var slot in bySlot.OrderBy(slot => slot.Count).ThenBy(_ => chance.Next()).Take(count).ToList())
                slot.Add(workshop);
        }
        var rooms = problem.Rooms.OrderByDescending(room => room.Seats).ToList();
        return new ProgrammeBoard([.. bySlot.SelectMany((workshops, slot) => workshops
            .Select(workshop => (workshop, Key: popular ? (double)wishes[workshop] / runs[workshop] : chance.Next()))
            .OrderByDescending(pair => pair.Key)
            .Select((pair, room) => new ProgrammeRun(pair.workshop, problem.Slots[slot], rooms[room].Id)))]);
    }
}
