using System.Globalization;
using Guildhall.Cli.Reading;
using Guildhall.Planning.Allocation;
using Guildhall.Tables;

namespace Guildhall.Cli.Allocate;

/// <summary>What the command line asks for, checked.</summary>
internal sealed record AllocateArguments(string Sessions, string People, string Out, string Report)
{
    private const double LongestTimeLimit = 1_000_000;
    private const int MostThreads = 1_024;

    public string? FixedPlaces { get; init; }

    public ulong Seed { get; private set; } = 1;

    public int? SchoolCap { get; private set; }

    public TimeSpan? TimeLimit { get; private set; }

    public int Threads { get; private set; } = Environment.ProcessorCount;

    /// <summary>The file that holds a table, as it was given.</summary>
    public string PathOf(ProblemTable table) => table switch
    {
        ProblemTable.Sessions => Sessions,
        ProblemTable.People => People,
        _ => FixedPlaces ?? "",
    };

    public void ReadSeed(string? text, Findings findings)
    {
        if (text is null)
            return;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            Seed = seed;
        else
            Refuse(findings, "--seed", $"this must be a whole number from 0 to {ulong.MaxValue}, not '{text}'");
    }

    public void ReadSchoolCap(string? text, Findings findings)
    {
        if (text is null)
            return;
        if (WholeNumber.TryReadDigits(text, out var cap) && cap > 0)
            SchoolCap = cap;
        else
            Refuse(findings, "--school-cap", $"this must be a whole number from 1 to {WholeNumber.Largest}, not '{text}'");
    }

    public void ReadTimeLimit(string? text, Findings findings)
    {
        if (text is null)
            return;
        var isNumber = double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        // The planner's clock ticks in milliseconds: less than one is as good as none.
        if (isNumber && seconds is >= 0.001 and <= LongestTimeLimit)
            TimeLimit = TimeSpan.FromSeconds(seconds);
        else
            Refuse(findings, "--time-limit", $"this must be a number of seconds, more than 0 and at most {LongestTimeLimit:0}, not '{text}'");
    }

    public void ReadThreads(string? text, Findings findings)
    {
        if (text is null)
            return;
        if (WholeNumber.TryReadDigits(text, out var threads) && threads is >= 1 and <= MostThreads)
            Threads = threads;
        else
            Refuse(findings, "--threads", $"this must be a whole number from 1 to {MostThreads}, not '{text}'");
    }

    private static void Refuse(Findings findings, string option, string text) => findings.Error(ProblemTable.Options, 0, option, text);
}
