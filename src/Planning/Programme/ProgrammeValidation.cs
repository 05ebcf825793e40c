using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme;

/// <summary>Reads all rows once and notes every error in words.</summary>
internal sealed class ProgrammeValidation
{
    private readonly List<string> _errors = [];
    private readonly HashSet<string> _slots;
    private readonly HashSet<string> _rooms;
    private readonly HashSet<string> _workshops;

    public ProgrammeValidation(
        List<string> slots, List<ProgrammeRoom> rooms, List<ProgrammeWorkshop> workshops, List<ProgrammePerson> people, List<ProgrammePin> pins)
    {
        _slots = Names("slot", slots);
        _rooms = Names("room", rooms.Select(room => room.Id));
        _workshops = Names("workshop", workshops.Select(workshop => workshop.Id));
        Names("person", people.Select(person => person.Id));
        Refuse(slots.Count == 0, "The day has no slot.");
        Refuse(slots.Count > ProgrammeProblem.MostSlots, $"The day has {slots.Count} slots; {ProgrammeProblem.MostSlots} are the most.");
        foreach (var room in rooms)
            Refuse(room.Seats < 0, $"Room {room.Id} has {room.Seats} seats; they must be 0 or more.");
        workshops.ForEach(Read);
        people.ForEach(Read);
        pins.ForEach(Read);
    }

    public IReadOnlyList<string> Errors => _errors;

    private HashSet<string> Names(string kind, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Refuse(name.Length == 0, $"A {kind} has no name.");
            Refuse(!seen.Add(name) && name.Length > 0, $"There are two {(kind is "person" ? "people" : kind + "s")} called {name}.");
        }
        return seen;
    }

    private void Read(ProgrammeWorkshop workshop)
    {
        var name = $"Workshop {workshop.Id}";
        Refuse(workshop.Smallest < 0, $"{name} needs {workshop.Smallest} people; it must be 0 or more.");
        Refuse(workshop.Largest < 1, $"{name} takes {workshop.Largest} people; it must be 1 or more.");
        Refuse(workshop.Largest >= 1 && workshop.Smallest > workshop.Largest, $"{name} needs {workshop.Smallest} people but takes only {workshop.Largest}.");
        Refuse(workshop.FewestRuns < 0, $"{name} must run {workshop.FewestRuns} times; it must be 0 or more.");
        Refuse(workshop.MostRuns < 1, $"{name} may run {workshop.MostRuns} times; it must be 1 or more.");
        Refuse(workshop.FewestRuns > workshop.MostRuns && workshop.MostRuns >= 1, $"{name} must run {workshop.FewestRuns} times but may run only {workshop.MostRuns} times.");
        Refuse(workshop.FewestRuns > _slots.Count, $"{name} must run {workshop.FewestRuns} times but the day has {_slots.Count} slots.");
        Refuse(workshop.Presenters.Any(presenter => presenter.Length == 0), $"{name} has a presenter without a name.");
        foreach (var slot in workshop.UnavailableSlots.Where(slot => !_slots.Contains(slot)))
            _errors.Add($"{name} cannot run in slot {slot}, but there is no such slot.");
        foreach (var room in (workshop.Rooms ?? []).Where(room => !_rooms.Contains(room)))
            _errors.Add($"{name} can be held in room {room}, but there is no such room.");
    }

    private void Read(ProgrammePerson person)
    {
        Refuse(person.Carry is < 0 or > Person.LargestCarry, $"The carry of {person.Id} is {person.Carry}; it must be from 0 to {Person.LargestCarry}.");
        foreach (var slot in person.Away.Where(slot => !_slots.Contains(slot)))
            _errors.Add($"{person.Id} is away in slot {slot}, but there is no such slot.");
        foreach (var wish in person.Wishes.Where(wish => !_workshops.Contains(wish)))
            _errors.Add($"{person.Id} wishes for workshop {wish}, but there is no such workshop.");
    }

    private void Read(ProgrammePin pin)
    {
        Refuse(!_workshops.Contains(pin.Workshop), $"Workshop {pin.Workshop} is pinned, but there is no such workshop.");
        Refuse(pin.Slot is null && pin.Room is null, $"The pin of workshop {pin.Workshop} names neither a slot nor a room.");
        Refuse(pin.Slot is not null && !_slots.Contains(pin.Slot), $"Workshop {pin.Workshop} is pinned to slot {pin.Slot}, but there is no such slot.");
        Refuse(pin.Room is not null && !_rooms.Contains(pin.Room), $"Workshop {pin.Workshop} is pinned to room {pin.Room}, but there is no such room.");
    }

    private void Refuse(bool isWrong, string text)
    {
        if (isWrong)
            _errors.Add(text);
    }
}
