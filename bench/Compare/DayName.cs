using System.Globalization;
using Guildhall.Bench.Days;
using Guildhall.Bench.Days.Example;
using Guildhall.Bench.Days.PrefLib;
using Guildhall.Bench.Days.Umass;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Compare;

/// <summary>A day as it is named on the command line.</summary>
/// <param name="Text">The name.</param>
/// <param name="Make">Makes the day's rows from a seed and a minimum for every session (0 = none).</param>
internal sealed record DayName(string Text, Func<ulong, int, AllocationProblemBuilder> Make)
{
    public const string Help =
        "850A, 850B, 5000A, 5000B, 20000A, 20000B (A = mild, B = hard), any other number for a small day, example, umass, or preflib:FILE.";

    private const string PrefLib = "preflib:";

    public static DayName Parse(string text)
    {
        if (string.Equals(text, "example", StringComparison.Ordinal))
            return new DayName(text, (seed, _) => ExampleDay.Make(seed));
        if (string.Equals(text, "umass", StringComparison.Ordinal))
            return new DayName(text, MakeUmass);
        if (text.StartsWith(PrefLib, StringComparison.Ordinal))
            return new DayName(text[PrefLib.Length..], (seed, minimum) => MakePrefLib(text[PrefLib.Length..], seed, minimum));
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var people) && text[^1] is 'A' or 'B')
            return new DayName(text, (seed, minimum) => GeneratedDay.Make(Shape(people, text[^1] == 'B'), seed).ToBuilder(minimum));
        throw new ArgumentException($"no day is called '{text}': {Help}", nameof(text));
    }

    /// <summary>The names of all days from real preferences whose files are there.</summary>
    public static IEnumerable<string> Real() =>
    [
        .. Directory.EnumerateFiles(PreferenceFolder.Find()).Where(file => Path.GetExtension(file) is ".soc" or ".soi")
            .Select(file => PrefLib + Path.GetFileName(file)).Order(StringComparer.Ordinal),
        "umass",
    ];

    private static AllocationProblemBuilder MakeUmass(ulong seed, int minimum)
    {
        var folder = Path.Combine(PreferenceFolder.Find(), "umass-2024");
        return UmassDay.Make(UmassSurvey.Read(folder), UmassCourses.Read(folder), seed, minimum: minimum);
    }

    private static AllocationProblemBuilder MakePrefLib(string file, ulong seed, int minimum) =>
        PrefLibDay.Make(PrefLibFile.Read(Path.Combine(PreferenceFolder.Find(), file)), seed, minimum: minimum);

    /// <summary>The three published sizes; any other number of people gives a day of a trust's proportions with few rooms.</summary>
    private static DayShape Shape(int people, bool hard)
    {
        var shape = people switch
        {
            850 => DayShape.Trust,
            5_000 => DayShape.City,
            20_000 => DayShape.County,
            _ => new DayShape(people, Math.Max(6, people / 8), 3, Math.Max(3, people / 16)),
        };
        return hard ? shape.Hard() : shape.Mild();
    }
}
