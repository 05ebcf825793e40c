using Guildhall.Bench.Days;
using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

/// <summary>Problems so small that every programme can be tried, drawn from a seed, with a little of everything.</summary>
internal static class SmallProgramme
{
    private static readonly string[] Groups = ["teacher", "office"];

    public static ProgrammeProblem Make(ulong seed, bool equalWishes = false)
    {
        var chance = new SplitMix64(seed);
        string[] slots = [.. Enumerable.Range(1, 2 + chance.Below(2)).Select(number => $"{number}")];
        var rooms = Enumerable.Range(1, 1 + chance.Below(2))
            .Select(number => new ProgrammeRoom($"r{number}", 1 + chance.Below(4)) { Site = chance.Below(4) == 0 ? "far" : "" }).ToList();
        string[] names = [.. Enumerable.Range(1, 2 + chance.Below(2)).Select(number => $"w{number}")];
        var people = Enumerable.Range(1, 3 + chance.Below(4)).Select(number => new ProgrammePerson($"p{number}")
        {
            Group = Groups[chance.Below(2)],
            Away = chance.Below(6) == 0 ? [slots[chance.Below(slots.Length)]] : [],
            Carry = chance.Below(4) == 0 ? chance.Below(3) : 0,
            Wishes = [.. names.OrderBy(_ => chance.Below(1_000_000)).Take(chance.Below(names.Length + 1))],
            WishesAreEqual = equalWishes && chance.Below(2) == 0,
        }).ToList();
        var workshops = names.Select(name => new ProgrammeWorkshop(name)
        {
            Presenters = chance.Below(2) == 0 ? [chance.Below(2) == 0 ? people[chance.Below(people.Count)].Id : "visitor"] : [],
            UnavailableSlots = chance.Below(4) == 0 ? [slots[chance.Below(slots.Length)]] : [],
            Rooms = chance.Below(5) == 0 ? [rooms[chance.Below(rooms.Count)].Id] : null,
            Smallest = chance.Below(4) == 0 ? 1 + chance.Below(2) : 0,
            Largest = chance.Below(4) == 0 ? 2 : null,
            MostRuns = 1 + chance.Below(2),
            Groups = chance.Below(5) == 0 ? [Groups[chance.Below(2)]] : [],
        }).ToList();
        var pins = chance.Below(3) == 0
            ? new[] { new ProgrammePin(names[chance.Below(names.Length)], slots[chance.Below(slots.Length)], chance.Below(2) == 0 ? null : rooms[chance.Below(rooms.Count)].Id) }
            : [];
        return new ProgrammeProblemBuilder().AddSlots(slots).AddRooms(rooms).AddWorkshops(workshops).AddPeople(people).AddPins(pins).Build();
    }

    /// <summary>Every programme that keeps every rule.</summary>
    public static IEnumerable<ProgrammeBoard> All(ProgrammeProblem problem)
    {
        var check = new ProgrammeCheck(problem);
        (string Slot, string Room)[] cells = [.. problem.Slots.SelectMany(slot => problem.Rooms.Select(room => (slot, room.Id)))];
        return Fill(0, []).Select(runs => new ProgrammeBoard([.. runs])).Where(board => check.Conflicts(board).Count == 0);

        IEnumerable<List<ProgrammeRun>> Fill(int cell, List<ProgrammeRun> runs)
        {
            if (cell == cells.Length)
            {
                yield return runs;
                yield break;
            }
            foreach (var rest in Fill(cell + 1, runs))
                yield return rest;
            foreach (var workshop in problem.Workshops)
            {
                if (runs.Count(run => run.Workshop == workshop.Id) == workshop.MostRuns || runs.Exists(run => run.Workshop == workshop.Id && run.Slot == cells[cell].Slot))
                    continue;
                foreach (var rest in Fill(cell + 1, [.. runs, new ProgrammeRun(workshop.Id, cells[cell].Slot, cells[cell].Room)]))
                    yield return rest;
            }
        }
    }
}
