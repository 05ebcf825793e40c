using Guildhall.Cli.Reading;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Allocate;

/// <summary>Reads the files of a day, checks them together and makes a problem of them.</summary>
internal sealed class DayFiles
{
    private readonly AllocateArguments _arguments;
    private readonly Findings _findings;
    private readonly AllocationProblemBuilder _day;
    private readonly SessionsFile _sessions;
    private readonly PeopleFile _people;
    private readonly FixedPlacesFile _fixedPlaces;

    public DayFiles(AllocateArguments arguments, Findings findings)
    {
        (_arguments, _findings) = (arguments, findings);
        _day = new AllocationProblemBuilder { SchoolCap = arguments.SchoolCap };
        _sessions = new SessionsFile(_day, findings);
        _people = new PeopleFile(_day, findings);
        _fixedPlaces = new FixedPlacesFile(_day, findings);
    }

    /// <summary>The day, or <see langword="null"/> when there are errors; all of them are among the findings then.</summary>
    public AllocationProblem? Read(CancellationToken stop)
    {
        _sessions.Read(_arguments.Sessions, stop);
        _people.Read(_arguments.People, stop);
        if (_arguments.FixedPlaces is { } path)
            _fixedPlaces.Read(path, stop);

        _day.TryBuild(out var problem, out var errors);
        foreach (var error in errors)
        {
            if (!FollowsFromOther(error))
                _findings.Error(error.Table, error.Row, ColumnInFile(error), error.Text);
        }
        if (_findings.HasErrors)
            return null;
        foreach (var warning in problem!.Warnings)
            _findings.Warn(warning.Table, warning.Row, ColumnInFile(warning), warning.Text);
        return problem;
    }

    private string ColumnInFile(ProblemMessage message) =>
        message.Table == ProblemTable.People ? _people.ColumnInFile(message.Row, message.Column) : message.Column;

    /// <summary>Whether an error may be there only because of another one: what is unknown may be in the part that was not understood.</summary>
    private bool FollowsFromOther(ProblemMessage error) => error.Table switch
    {
        ProblemTable.People => error.Column is not ("person" or "carry") && IsAboutUnsureSession(error),
        ProblemTable.FixedPlaces => error.Column == "person" ? _people.IsDamaged : IsAboutUnsureSession(error),
        _ => false,
    };

    private bool IsAboutUnsureSession(ProblemMessage error)
    {
        if (_sessions.IsDamaged)
            return true;
        foreach (var workshop in _sessions.Unsure)
        {
            if (error.Text.Contains($"'{workshop}'", StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
