namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Which school came after which, from the register's links.</summary>
internal sealed class SuccessorLinks
{
    private const string School = "URN";
    private const string Other = "LinkURN";
    private const string Type = "LinkType";

    // What a closed school says of itself. Only where it says nothing count the second kind: the successor's own word, and
    // "Result of Amalgamation", which the parts of a merger write of each other.
    private readonly Dictionary<int, SortedSet<int>> _stated = [];
    private readonly Dictionary<int, SortedSet<int>> _implied = [];

    private SuccessorLinks()
    {
    }

    /// <summary>Reads the links; <see langword="null"/> when the file cannot be used.</summary>
    public static SuccessorLinks? Read(Stream csv, RegisterFindings findings, CancellationToken stop)
    {
        using var table = RegisterTable.Open(csv, RegisterFile.Links, [School, Other, Type], [], findings);
        if (table is null)
            return null;
        var links = new SuccessorLinks();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            links.Add(table);
        }
        return findings.IsRefused ? null : links;
    }

    public bool Has(int urn) => Next(urn) is not null;

    /// <summary>Follows the links of a closed school until schools that are not closed.</summary>
    /// <param name="urn">The closed school.</param>
    /// <param name="isClosed">What is known of a school: closed, not closed, or <see langword="null"/> = nothing.</param>
    /// <returns>None where the links end at closed schools or lead in a circle.</returns>
    public IReadOnlyList<int> Follow(int urn, Func<int, bool?> isClosed)
    {
        var seen = new HashSet<int> { urn };
        var open = new Stack<int>([urn]);
        var found = new List<int>();
        while (open.TryPop(out var school))
        {
            foreach (var next in Next(school) ?? [])
            {
                if (!seen.Add(next))
                    continue;
                if (isClosed(next) is false || (isClosed(next) is null && Next(next) is null))
                    found.Add(next);
                else
                    open.Push(next);
            }
        }
        found.Sort();
        return found;
    }

    private SortedSet<int>? Next(int urn) => _stated.GetValueOrDefault(urn) ?? _implied.GetValueOrDefault(urn);

    private void Add(RegisterTable row)
    {
        var type = row.Cell(Type);
        var isSuccessor = type.StartsWith("Successor", StringComparison.OrdinalIgnoreCase);
        var isPredecessor = type.StartsWith("Predecessor", StringComparison.OrdinalIgnoreCase);
        var isMerger = type.Equals("Result of Amalgamation", StringComparison.OrdinalIgnoreCase);
        if (!isSuccessor && !isPredecessor && !isMerger)
            return;
        if (row.Urn(School) is not { } school || row.Urn(Other) is not { } other || school == other)
            return;
        var links = isSuccessor ? _stated : _implied;
        var (before, after) = isPredecessor ? (other, school) : (school, other);
        if (!links.TryGetValue(before, out var successors))
            links.Add(before, successors = []);
        successors.Add(after);
    }
}
