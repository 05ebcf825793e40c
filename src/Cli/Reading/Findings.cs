using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Reading;

/// <summary>Everything that was found wrong, or worth knowing, in the files and options of one run.</summary>
internal sealed class Findings
{
    private readonly List<ProblemMessage> _errors = [];
    private readonly List<ProblemMessage> _warnings = [];

    public bool HasErrors => _errors.Count > 0;

    public void Error(ProblemTable table, int line, string column, string text) => _errors.Add(new ProblemMessage(table, line, column, text));

    public void Warn(ProblemTable table, int line, string column, string text) => _warnings.Add(new ProblemMessage(table, line, column, text));

    public List<ProblemMessage> Errors() => InOrder(_errors);

    public List<ProblemMessage> Warnings() => InOrder(_warnings);

    private static List<ProblemMessage> InOrder(List<ProblemMessage> messages)
    {
        // Messages of one row keep the order in which they were found, which a List's own sort does not promise.
        var places = new int[messages.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(places, (left, right) =>
            (messages[left].Table, messages[left].Row, left).CompareTo((messages[right].Table, messages[right].Row, right)));
        var sorted = new List<ProblemMessage>(messages.Count);
        foreach (var place in places)
            sorted.Add(messages[place]);
        return sorted;
    }
}
