using Guildhall.Bench.Days;
using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

/// <summary>Programmes of 120 people, 15 workshops, 3 slots and 8 rooms on two sites, with absences, repeats and room needs.</summary>
internal static class MiddlingProgramme
{
    public static ProgrammeProblem Make(ulong seed)
    {
        var day = GeneratedDay.Make(new DayShape(120, 15, 3, 8) { FewestWishes = 3, MostWishes = 6 }.Mild(), seed).ToBuilder().Build();
        var presenters = day.People.SelectMany(person => person.Presents.Select(workshop => (workshop, person.Id))).ToLookup(pair => pair.workshop, pair => pair.Id, StringComparer.Ordinal);
        return new ProgrammeProblemBuilder()
            .AddSlots(day.Slots)
            .AddRooms(day.Sessions.Where(session => session.Slot == day.Slots[0]).Select((session, index) => new ProgrammeRoom($"r{index:000}", session.Seats) { Site = index % 4 == 3 ? "far" : "" }))
            .AddWorkshops(day.Workshops.Select((workshop, index) => new ProgrammeWorkshop(workshop)
            {
                Groups = day.Sessions.First(session => session.Workshop == workshop).Groups,
                Presenters = [.. presenters[workshop], .. index is 3 or 4 ? ["visitor"] : Array.Empty<string>()],
                UnavailableSlots = index % 5 == 0 ? [day.Slots[index % 3]] : [],
                Smallest = index % 4 == 0 ? 4 : 0,
                MostRuns = 1 + (index % 3),
            }))
            .AddPeople(day.People.Select((person, index) => new ProgrammePerson(person.Id)
            {
                Group = person.Group,
                Wishes = person.Wishes,
                Carry = index % 9 == 0 ? 1 : 0,
                Away = index % 20 == 19 ? [day.Slots[2]] : [],
            }))
            .Build();
    }
}
