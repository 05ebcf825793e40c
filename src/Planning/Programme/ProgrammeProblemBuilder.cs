namespace Guildhall.Planning.Programme;

/// <summary>Gathers rooms, workshops, people and pins, checks them all together, and makes a problem of them.</summary>
/// <example>
/// <code>
/// var problem = new ProgrammeProblemBuilder()
///     .AddSlots(["09:30", "11:00"])
///     .AddRooms([new ProgrammeRoom("Hall", 40)])
///     .AddWorkshops([new ProgrammeWorkshop("Phonics") { Presenters = ["ann"], MostRuns = 2 }])
///     .AddPeople([new ProgrammePerson("bob") { Wishes = ["Phonics"] }])
///     .Build();
/// </code>
/// </example>
public sealed class ProgrammeProblemBuilder
{
    private readonly List<string> _slots = [];
    private readonly List<ProgrammeRoom> _rooms = [];
    private readonly List<ProgrammeWorkshop> _workshops = [];
    private readonly List<ProgrammePerson> _people = [];
    private readonly List<ProgrammePin> _pins = [];

    /// <summary>Adds slots, in the order of the day.</summary>
    /// <param name="slots">Their labels.</param>
    /// <returns>This builder.</returns>
    public ProgrammeProblemBuilder AddSlots(IEnumerable<string> slots) => Add(_slots, slots);

    /// <summary>Adds rooms.</summary>
    /// <param name="rooms">The rooms.</param>
    /// <returns>This builder.</returns>
    public ProgrammeProblemBuilder AddRooms(IEnumerable<ProgrammeRoom> rooms) => Add(_rooms, rooms);

    /// <summary>Adds workshops.</summary>
    /// <param name="workshops">The workshops.</param>
    /// <returns>This builder.</returns>
    public ProgrammeProblemBuilder AddWorkshops(IEnumerable<ProgrammeWorkshop> workshops) => Add(_workshops, workshops);

    /// <summary>Adds people who are invited.</summary>
    /// <param name="people">The people.</param>
    /// <returns>This builder.</returns>
    public ProgrammeProblemBuilder AddPeople(IEnumerable<ProgrammePerson> people) => Add(_people, people);

    /// <summary>Adds pins.</summary>
    /// <param name="pins">What is decided.</param>
    /// <returns>This builder.</returns>
    public ProgrammeProblemBuilder AddPins(IEnumerable<ProgrammePin> pins) => Add(_pins, pins);

    /// <summary>Makes the problem. Linear in the number of rows and cells.</summary>
    /// <returns>The problem.</returns>
    /// <exception cref="InvalidProgrammeException">The rows do not make a problem; the exception holds every error.</exception>
    public ProgrammeProblem Build() => TryBuild(out var problem, out var errors) ? problem! : throw new InvalidProgrammeException(errors);

    /// <summary>Makes the problem, or says everything that is wrong.</summary>
    /// <param name="problem">The problem, or <see langword="null"/> when there are errors.</param>
    /// <param name="errors">Every error in words, a sentence each; empty when there is none.</param>
    /// <returns>Whether the rows make a problem.</returns>
    /// <remarks>
    /// It is no error that no programme can keep every rule, as when there are fewer rooms than workshops: the planner then gives what it could
    /// do, and <see cref="ProgrammeCheck"/> says what is missing.
    /// </remarks>
    public bool TryBuild(out ProgrammeProblem? problem, out IReadOnlyList<string> errors)
    {
        errors = new ProgrammeValidation(_slots, _rooms, _workshops, _people, _pins).Errors;
        problem = errors.Count > 0 ? null : new ProgrammeProblem(
            [.. _slots],
            [.. _rooms.OrderBy(room => room.Id, StringComparer.Ordinal)],
            [.. _workshops.OrderBy(workshop => workshop.Id, StringComparer.Ordinal)],
            [.. _people.OrderBy(person => person.Id, StringComparer.Ordinal)],
            [.. _pins.Distinct()
                .OrderBy(pin => pin.Workshop, StringComparer.Ordinal).ThenBy(pin => pin.Slot, StringComparer.Ordinal).ThenBy(pin => pin.Room, StringComparer.Ordinal)]);
        return problem is not null;
    }

    private ProgrammeProblemBuilder Add<T>(List<T> rows, IEnumerable<T> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        rows.AddRange(more);
        return this;
    }
}
