using System.CommandLine;
using Guildhall.Cli.Reading;
using Guildhall.Cli.Writing;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Allocate;

/// <summary>`guildhall allocate`: reads a day from files, plans it, writes who goes where.</summary>
internal sealed class AllocateCommand
{
    private readonly Option<string> _sessions = new("--sessions") { Required = true };
    private readonly Option<string> _people = new("--people") { Required = true };
    private readonly Option<string?> _fixed = new("--fixed");
    private readonly Option<string> _out = new("--out") { Required = true };
    private readonly Option<string> _report = new("--report") { Required = true };

    // Texts, not numbers: what is wrong with them is said together with what is wrong in the files, and in the same words.
    private readonly Option<string?> _seed = new("--seed");
    private readonly Option<string?> _schoolCap = new("--school-cap");
    private readonly Option<string?> _timeLimit = new("--time-limit");
    private readonly Option<string?> _threads = new("--threads");

    private readonly Terminal _terminal;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _abandon;

    public AllocateCommand(Terminal terminal, CancellationToken stop, CancellationToken abandon)
    {
        (_terminal, _stop, _abandon) = (terminal, stop, abandon);
        Command = new Command("allocate") { _sessions, _people, _fixed, _out, _report, _seed, _schoolCap, _timeLimit, _threads };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult options)
    {
        var findings = new Findings();
        var arguments = Arguments(options, findings);
        var messages = new MessageWriter(_terminal, arguments);
        OutputPaths.Check(arguments, findings);
        if (new DayFiles(arguments, findings).Read(_stop) is not { } day)
        {
            messages.WriteErrors(findings.Errors());
            return ExitCode.BadInput;
        }

        _stop.ThrowIfCancellationRequested();
        var outcome = Plan(day, arguments);
        var warnings = findings.Warnings();
        var costs = CostsOf(outcome, arguments);
        var figures = new Figures(outcome);
        try
        {
            using var files = new AtomicFiles(_abandon);
            files.Add(arguments.Out, stream => PlacesFile.Write(stream, outcome));
            files.Add(arguments.Report, stream => ReportFile.Write(stream, outcome, costs, figures, messages.Lines(warnings)));
            files.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine($"guildhall: nothing was written: {PlainText.OneLine(e.Message)}");
            _terminal.Error.WriteLine("guildhall: is one of the files open in another program, or the disk full?");
            return ExitCode.BadInput;
        }

        messages.WriteWarnings(warnings);
        new Summary(_terminal, outcome, costs, figures).Write(arguments, warnings.Count, wasStopped: _stop.IsCancellationRequested);
        return ExitCode.Written;
    }

    private AllocateArguments Arguments(ParseResult options, Findings findings)
    {
        var arguments = new AllocateArguments(
            options.GetRequiredValue(_sessions),
            options.GetRequiredValue(_people),
            options.GetRequiredValue(_out),
            options.GetRequiredValue(_report))
        {
            FixedPlaces = options.GetValue(_fixed),
        };
        arguments.ReadSeed(options.GetValue(_seed), findings);
        arguments.ReadSchoolCap(options.GetValue(_schoolCap), findings);
        arguments.ReadTimeLimit(options.GetValue(_timeLimit), findings);
        arguments.ReadThreads(options.GetValue(_threads), findings);
        return arguments;
    }

    private AllocationOutcome Plan(AllocationProblem day, AllocateArguments arguments)
    {
        var options = new PlannerOptions { Seed = arguments.Seed, TimeLimit = arguments.TimeLimit, Threads = arguments.Threads };
        using var progress = _terminal.ShowsProgress ? new ProgressLine(_terminal.Error) : null;
        return AllocationPlanner.Plan(day, options, progress, _stop);
    }

    /// <summary>What it costs that sessions do not run, by session; nothing where the outcome is not proven, for then nobody can tell.</summary>
    private Dictionary<int, WhatIfGain> CostsOf(AllocationOutcome outcome, AllocateArguments arguments) =>
        !outcome.IsOptimal || outcome.NotRunning.Count == 0
            ? []
            : AllocationWhatIf.CostOfNotRunning(outcome, new PlannerOptions { Seed = arguments.Seed, Threads = arguments.Threads }, _stop)
                .ToDictionary(cost => cost.Session);
}
