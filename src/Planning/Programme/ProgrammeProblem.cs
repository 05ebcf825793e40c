using Guildhall.Planning.Programme.Searching;

namespace Guildhall.Planning.Programme;

/// <summary>
/// What a programme is to be made from: checked, complete and never changing. Made by a <see cref="ProgrammeProblemBuilder"/>.
/// </summary>
/// <remarks>Slots stand as given, for their order says which are next to each other; everything else by identifier, ordinal.</remarks>
public sealed class ProgrammeProblem
{
    internal ProgrammeProblem(
        IReadOnlyList<string> slots,
        IReadOnlyList<ProgrammeRoom> rooms,
        IReadOnlyList<ProgrammeWorkshop> workshops,
        IReadOnlyList<ProgrammePerson> people,
        IReadOnlyList<ProgrammePin> pins)
    {
        (Slots, Rooms, Workshops, People, Pins) = (slots, rooms, workshops, people, pins);
        Facts = new Facts(this);
    }

    /// <summary>The largest number of slots that a day can have.</summary>
    public const int MostSlots = Allocation.AllocationProblem.MostSlots;

    /// <summary>The slots in the order of the day.</summary>
    public IReadOnlyList<string> Slots { get; }

    /// <summary>The rooms.</summary>
    public IReadOnlyList<ProgrammeRoom> Rooms { get; }

    /// <summary>The workshops.</summary>
    public IReadOnlyList<ProgrammeWorkshop> Workshops { get; }

    /// <summary>Those who are invited.</summary>
    public IReadOnlyList<ProgrammePerson> People { get; }

    /// <summary>What the organiser has decided.</summary>
    public IReadOnlyList<ProgrammePin> Pins { get; }

    /// <summary>The same as numbers.</summary>
    internal Facts Facts { get; }

    /// <summary>A builder that holds all rows of this problem, to make another one that differs a little.</summary>
    /// <returns>A new builder.</returns>
    public ProgrammeProblemBuilder ToBuilder() => new ProgrammeProblemBuilder()
        .AddSlots(Slots).AddRooms(Rooms).AddWorkshops(Workshops).AddPeople(People).AddPins(Pins);
}

/// <summary>The rows that were given do not make a problem; every error is listed.</summary>
/// <param name="errors">All errors.</param>
public sealed class InvalidProgrammeException(IReadOnlyList<string> errors) : Exception($"{errors.Count} errors, the first: {errors[0]}")
{
    /// <summary>All errors, in words, at least one.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
