using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Allocate;

/// <summary>Says what is wrong, or worth knowing: <c>file:line: column: text</c>, a line each.</summary>
internal sealed class MessageWriter(Terminal terminal, AllocateArguments arguments)
{
    private const int MostWarningsShown = 20;

    public List<string> Lines(List<ProblemMessage> messages)
    {
        var lines = new List<string>(messages.Count);
        foreach (var message in messages)
            lines.Add(Line(message));
        return lines;
    }

    public void WriteErrors(List<ProblemMessage> errors)
    {
        foreach (var error in errors)
            terminal.Error.WriteLine(Line(error));
        terminal.Error.WriteLine(errors.Count == 1
            ? "guildhall: 1 error; nothing was written"
            : string.Create(CultureInfo.InvariantCulture, $"guildhall: {errors.Count} errors; nothing was written"));
    }

    public void WriteWarnings(List<ProblemMessage> warnings)
    {
        for (var i = 0; i < Math.Min(warnings.Count, MostWarningsShown); i++)
            terminal.Error.WriteLine(Line(warnings[i]));
        if (warnings.Count > MostWarningsShown)
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {warnings.Count - MostWarningsShown} more, all in {arguments.Report}"));
    }

    private string Line(ProblemMessage message)
    {
        var (column, text) = (PlainText.OneLine(message.Column), PlainText.OneLine(message.Text));
        return message.Table == ProblemTable.Options
            ? $"guildhall: {column}: {text}"
            : string.Create(CultureInfo.InvariantCulture, $"{arguments.PathOf(message.Table)}:{message.Row}: {column}: {text}");
    }
}
