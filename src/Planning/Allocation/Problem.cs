namespace Guildhall.Planning.Allocation;

/// <summary>
/// A day on which people are to be given places in sessions: checked, complete and never changing. Made by a
/// <see cref="AllocationProblemBuilder"/>.
/// </summary>
/// <remarks>
/// Everything stands in an order of its own (ordinal by identifier; sessions by slot, then workshop), so that nothing that is
/// computed from a problem can depend on the order in which rows were given.
/// </remarks>
public sealed class AllocationProblem
{
    internal AllocationProblem(
        IReadOnlyList<string> slots,
        IReadOnlyList<string> workshops,
        IReadOnlyList<Session> sessions,
        IReadOnlyList<Person> people,
        IReadOnlyList<FixedPlace> fixedPlaces,
        int? schoolCap,
        IReadOnlyList<ProblemMessage> warnings)
    {
        Slots = slots;
        Workshops = workshops;
        Sessions = sessions;
        People = people;
        FixedPlaces = fixedPlaces;
        SchoolCap = schoolCap;
        Warnings = warnings;
        Facts = new ProblemFacts(this);
    }

    /// <summary>The largest number of slots that a day can have.</summary>
    public const int MostSlots = 16;

    /// <summary>The day's slots: the labels that occur in the sessions, in ordinal order.</summary>
    public IReadOnlyList<string> Slots { get; }

    /// <summary>The workshops that have a session, in ordinal order.</summary>
    public IReadOnlyList<string> Workshops { get; }

    /// <summary>The sessions, by slot, then workshop.</summary>
    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>The people, in ordinal order of their identifiers.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The fixed places, by person, then slot.</summary>
    public IReadOnlyList<FixedPlace> FixedPlaces { get; }

    /// <summary>The most people of one school in a session, 1 or more; <see langword="null"/> = no cap.</summary>
    public int? SchoolCap { get; }

    /// <summary>What the organiser should know although it stops nothing: wishes that were dropped, groups that nobody is in.</summary>
    public IReadOnlyList<ProblemMessage> Warnings { get; }

    /// <summary>The same day as numbers.</summary>
    internal ProblemFacts Facts { get; }

    /// <summary>A builder that holds all rows of this problem, to make another one that differs a little.</summary>
    /// <returns>A new builder.</returns>
    public AllocationProblemBuilder ToBuilder() => ToBuilder(session => session);

    /// <summary>A builder that holds all rows of this problem, some of its sessions changed.</summary>
    internal AllocationProblemBuilder ToBuilder(Func<Session, Session> change)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = SchoolCap };
        foreach (var session in Sessions)
            builder.Add(change(session));
        foreach (var person in People)
            builder.Add(person);
        foreach (var place in FixedPlaces)
            builder.Add(place);
        return builder;
    }
}
