namespace Guildhall.Cli.Tests.Support;

/// <summary>How a run of the command ended and what it said; the folder's path is left out of it.</summary>
internal sealed record Result(int Exit, string Out, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Result Of(DayFolder? folder, CancellationToken stop, params string[] arguments) =>
        Of(folder, terminal => terminal, stop, arguments);

    public static Result Of(DayFolder? folder, Func<Terminal, Terminal> change, CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run(arguments, change(new Terminal(output, error) { HasBlocks = true }), stop, CancellationToken.None);
        return new Result(exit, Shorten(output), Shorten(error));

        string Shorten(StringWriter text) => folder is null ? text.ToString() : text.ToString().Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    public void ShouldBeWritten()
    {
        Exit.ShouldBe(0, Error);
        Error.ShouldNotContain("nothing was written");
    }

    /// <summary>Asserts that exactly these errors were found, in this order, and nothing was written.</summary>
    public void ShouldBeRefused(DayFolder folder, params string[] errors)
    {
        ErrorLines.ShouldBe([.. errors, errors.Length == 1 ? "guildhall: 1 error; nothing was written" : $"guildhall: {errors.Length} errors; nothing was written"]);
        Exit.ShouldBe(2);
        folder.HasOutput.ShouldBeFalse();
    }
}
