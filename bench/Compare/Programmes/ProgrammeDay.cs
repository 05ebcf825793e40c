using Guildhall.Planning.Allocation;
using Guildhall.Planning.Programme;

namespace Guildhall.Bench.Compare.Programmes;

/// <summary>A day whose sessions lose their slots and rooms: what is left is a programme to be made.</summary>
internal static class ProgrammeDay
{
    /// <param name="day">The day; every slot has the same sizes of rooms.</param>
    /// <param name="freeRepeats">Whether workshops may run in every slot, at least once; otherwise as often as on the day.</param>
    public static ProgrammeProblem Of(AllocationProblem day, bool freeRepeats)
    {
        var runs = day.Sessions.ToLookup(session => session.Workshop, StringComparer.Ordinal);
        return new ProgrammeProblemBuilder()
            .AddSlots(day.Slots)
            .AddRooms(day.Sessions.Where(session => string.Equals(session.Slot, day.Slots[0], StringComparison.Ordinal))
                .OrderByDescending(session => session.Seats).Select((session, index) => new ProgrammeRoom($"room {index:000}", session.Seats)))
            .AddWorkshops(day.Workshops.Select(workshop => new ProgrammeWorkshop(workshop)
            {
                Groups = runs[workshop].First().Groups,
                Presenters = [.. day.People.Where(person => person.Presents.Contains(workshop, StringComparer.Ordinal)).Select(person => person.Id)],
                FewestRuns = freeRepeats ? 1 : runs[workshop].Count(),
                MostRuns = freeRepeats ? day.Slots.Count : runs[workshop].Count(),
            }))
            .AddPeople(day.People.Select(person => new ProgrammePerson(person.Id)
            {
                Group = person.Group,
                Away = person.Away,
                Wishes = person.Wishes,
                Carry = person.Carry,
            }))
            .Build();
    }
}
