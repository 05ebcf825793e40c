using System.Globalization;

namespace Guildhall.Bench.Days.PrefLib;

/// <summary>
/// A file of strict orders from PrefLib (Mattei and Walsh 2013): <c>.soc</c> = everybody ranks everything, <c>.soi</c> = everybody ranks
/// what they like. After the lines that start with <c>#</c> each line is <c>count: first,second,...</c>.
/// </summary>
public sealed class PrefLibFile
{
    private const string Metadata = "#";
    private const string AlternativeName = "# ALTERNATIVE NAME ";

    private PrefLibFile(string name, IReadOnlyDictionary<int, string> alternatives, IReadOnlyList<IReadOnlyList<int>> voters)
    {
        Name = name;
        Alternatives = alternatives;
        Voters = voters;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The names of the alternatives by number.</summary>
    public IReadOnlyDictionary<int, string> Alternatives { get; }

    /// <summary>Each voter's order, best first; voters with the same order follow each other.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Voters { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">A line is no order, or an order has ties or repeats.</exception>
    public static PrefLibFile Read(string path)
    {
        var alternatives = new Dictionary<int, string>();
        var voters = new List<IReadOnlyList<int>>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(AlternativeName, StringComparison.Ordinal))
            {
                var parts = line[AlternativeName.Length..].Split(':', 2);
                alternatives.Add(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].Trim());
            }
            else if (line.Length > 0 && !line.StartsWith(Metadata, StringComparison.Ordinal))
            {
                var parts = line.Split(':', 2);
                int[] order = [.. parts[1].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                if (order.Distinct().Count() < order.Length || !order.All(alternatives.ContainsKey))
                    throw new FormatException($"{Path.GetFileName(path)}: '{line}' is no strict order of the alternatives");
                for (var count = int.Parse(parts[0], CultureInfo.InvariantCulture); count > 0; count--)
                    voters.Add(order);
            }
        }
        return new PrefLibFile(Path.GetFileName(path), alternatives, voters);
    }
}
