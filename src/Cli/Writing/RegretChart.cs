using System.Globalization;
using System.Text;

namespace Guildhall.Cli.Writing;

/// <summary>Bars that show how many people are how far from their best day.</summary>
internal static class RegretChart
{
    private const int MostBars = 12;
    private const int LongestBar = 50;

    // From an eighth of a block to seven eighths.
    private const string PartBlocks = "▏▎▍▌▋▊▉";

    public static void Write(StringBuilder text, int[] peopleByRegret, bool hasBlocks)
    {
        text.Append("How far each person's day is from the best they could have had if nobody\nelse came (0 = all they could wish for):\n");
        var width = Math.Max(1, (peopleByRegret.Length - 1 + MostBars - 2) / (MostBars - 1));
        var bars = new List<(string Label, int People)> { ("0", peopleByRegret[0]) };
        for (var from = 1; from < peopleByRegret.Length; from += width)
        {
            var to = Math.Min(from + width, peopleByRegret.Length) - 1;
            var people = 0;
            for (var regret = from; regret <= to; regret++)
                people += peopleByRegret[regret];
            bars.Add((from == to ? Number(from) : $"{Number(from)}-{Number(to)}", people));
        }

        var most = 1;
        foreach (var (_, people) in bars)
            most = Math.Max(most, people);
        foreach (var (label, people) in bars)
            text.Append(label.PadLeft(9)).Append(' ').Append(Bar(people, most, hasBlocks)).Append(people > 0 ? " " : "").Append(Number(people)).Append('\n');
    }

    private static string Bar(int people, int most, bool hasBlocks)
    {
        var eighths = (int)(8L * LongestBar * people / most);
        if (!hasBlocks)
            return new string('#', people == 0 ? 0 : Math.Max(1, eighths / 8));
        // Somebody is not nobody, however short their bar.
        eighths = people == 0 ? 0 : Math.Max(1, eighths);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? PartBlocks[(eighths % 8) - 1].ToString() : "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
