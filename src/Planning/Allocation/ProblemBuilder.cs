namespace Guildhall.Planning.Allocation;

/// <summary>Gathers the rows of a day in any order, checks them all together, and makes a problem of them.</summary>
/// <example>
/// <code>
/// var day = new AllocationProblemBuilder { SchoolCap = 5 }
///     .Add(new Session("Phonics", "1", 20))
///     .Add(new Person("ann") { Wishes = ["Phonics"] })
///     .Build();
/// </code>
/// </example>
public sealed class AllocationProblemBuilder
{
    private readonly List<(Session Session, int Row)> _sessions = [];
    private readonly List<(Person Person, int Row)> _people = [];
    private readonly List<(FixedPlace Place, int Row)> _fixedPlaces = [];

    /// <summary>The most people of one school in a session, 1 or more; <see langword="null"/> = no cap.</summary>
    public int? SchoolCap { get; set; }

    /// <summary>Adds a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="row">How messages shall name the row; its place among the sessions when not given.</param>
    /// <returns>This builder.</returns>
    public AllocationProblemBuilder Add(Session session, int? row = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        _sessions.Add((session, row ?? _sessions.Count + 1));
        return this;
    }

    /// <summary>Adds a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="row">How messages shall name the row; its place among the people when not given.</param>
    /// <returns>This builder.</returns>
    public AllocationProblemBuilder Add(Person person, int? row = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        _people.Add((person, row ?? _people.Count + 1));
        return this;
    }

    /// <summary>Adds a fixed place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">How messages shall name the row; its place among the fixed places when not given.</param>
    /// <returns>This builder.</returns>
    public AllocationProblemBuilder Add(FixedPlace place, int? row = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        _fixedPlaces.Add((place, row ?? _fixedPlaces.Count + 1));
        return this;
    }

    /// <summary>Makes the problem. Linear in the number of rows and cells.</summary>
    /// <returns>The problem.</returns>
    /// <exception cref="InvalidProblemException">The rows do not make a day; the exception holds every error.</exception>
    public AllocationProblem Build() => TryBuild(out var problem, out var errors) ? problem! : throw new InvalidProblemException(errors);

    /// <summary>Makes the problem, or says everything that is wrong.</summary>
    /// <param name="problem">The problem, or <see langword="null"/> when there are errors.</param>
    /// <param name="errors">Every error, empty when there is none.</param>
    /// <returns>Whether the rows make a day.</returns>
    public bool TryBuild(out AllocationProblem? problem, out IReadOnlyList<ProblemMessage> errors)
    {
        var check = new ProblemValidation(_sessions, _people, _fixedPlaces, SchoolCap);
        check.Run();
        errors = check.Errors;
        problem = errors.Count > 0 ? null : new AllocationProblem(
            [.. Names(_sessions.Select(row => row.Session.Slot))],
            [.. Names(_sessions.Select(row => row.Session.Workshop))],
            [.. _sessions.Select(row => row.Session)
                .OrderBy(session => session.Slot, StringComparer.Ordinal).ThenBy(session => session.Workshop, StringComparer.Ordinal)],
            [.. _people.Select(row => row.Person).OrderBy(person => person.Id, StringComparer.Ordinal)],
            [.. _fixedPlaces.Select(row => row.Place)
                .OrderBy(place => place.Person, StringComparer.Ordinal).ThenBy(place => place.Slot, StringComparer.Ordinal)],
            SchoolCap,
            check.Warnings);
        return problem is not null;
    }

    private static IEnumerable<string> Names(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
