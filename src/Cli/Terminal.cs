using System.Text;

namespace Guildhall.Cli;

/// <summary>Where the command speaks, and what may be shown there.</summary>
/// <param name="Out">For the summary and for help.</param>
/// <param name="Error">For errors, warnings and progress.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Whether somebody watches <see cref="Error"/>, so that a line that is written over and over makes sense.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether <see cref="Out"/> can show block characters.</summary>
    public bool HasBlocks { get; init; }

    public static Terminal OfProcess() => new(Console.Out, Console.Error)
    {
        ShowsProgress = !Console.IsErrorRedirected,
        HasBlocks = Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage,
    };
}
