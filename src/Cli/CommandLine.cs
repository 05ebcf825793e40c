using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Guildhall.Cli.Allocate;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli;

/// <summary>The command `guildhall`: finds out what is asked for, and turns every end into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What stands after the command's name.</param>
    /// <param name="terminal">Where to speak.</param>
    /// <param name="stop">Asks to stop with the best so far.</param>
    /// <param name="abandon">Asks to leave nothing behind.</param>
    public static int Run(string[] arguments, Terminal terminal, CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            return Invoke(arguments, terminal, new AllocateCommand(terminal, stop, abandon));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || abandon.IsCancellationRequested)
        {
            terminal.Error.WriteLine("guildhall: stopped before there was an answer; nothing was written");
            return ExitCode.Interrupted;
        }
        catch (Exception problem)
        {
            terminal.Error.WriteLine($"guildhall: something went wrong that should not have: {PlainText.OneLine(problem.Message)}");
            terminal.Error.WriteLine("guildhall: the files are whole or as they were before; run again with GUILDHALL_DEBUG=1 in the environment to see where, and please tell us");
            if (string.Equals(Environment.GetEnvironmentVariable("GUILDHALL_DEBUG"), "1", StringComparison.Ordinal))
                terminal.Error.WriteLine(problem);
            return ExitCode.Unexpected;
        }
    }

    private static int Invoke(string[] arguments, Terminal terminal, AllocateCommand allocate)
    {
        var root = new RootCommand("guildhall") { allocate.Command };
        root.SetAction(_ => Print(terminal, HelpText.General));
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new Saying(result => Print(terminal, result.CommandResult.Command == allocate.Command ? HelpText.Allocate : HelpText.General)),
                VersionOption => new Saying(_ => Print(terminal, AllocationPlanner.Version)),
                _ => option.Action,
            };
        }

        // A file may be called @people.csv: no response files.
        var result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count == 0 || result.Action is Saying)
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });

        foreach (var error in result.Errors)
            terminal.Error.WriteLine($"guildhall: {PlainText.OneLine(error.Message).TrimEnd('.')}");
        terminal.Error.WriteLine(result.CommandResult.Command == allocate.Command
            ? "guildhall: nothing was written; `guildhall allocate --help` explains the options"
            : "guildhall: nothing was written; `guildhall --help` shows what there is");
        return ExitCode.BadInput;
    }

    private static int Print(Terminal terminal, string text)
    {
        terminal.Out.WriteLine(text);
        return ExitCode.Written;
    }

    private sealed class Saying(Func<ParseResult, int> say) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => say(parseResult);
    }
}
