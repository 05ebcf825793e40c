using System.Globalization;
using System.Text;

namespace Guildhall.Bench.Compare.Solvers;

/// <summary>Writes a model in the LP format that both HiGHS and CBC read: an objective, rows, variables between 0 and 1 unless said otherwise.</summary>
internal sealed class LpText
{
    /// <summary>CBC reads lines of a limited length.</summary>
    private const int TermsInLine = 8;

    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _bounds = new();
    private readonly StringBuilder _integers = new();
    private int _rowCount;

    /// <summary>The sum that is to be small.</summary>
    public List<(long Factor, string Variable)> Objective { get; } = [];

    /// <summary>Adds a row.</summary>
    /// <param name="terms">The left side; a row without terms is left out.</param>
    /// <param name="relation"><c>&lt;=</c>, <c>=</c> or <c>&gt;=</c>.</param>
    /// <param name="right">The right side.</param>
    public void Row(IReadOnlyCollection<(long Factor, string Variable)> terms, string relation, long right)
    {
        if (terms.Count == 0)
            return;
        _rows.Append(CultureInfo.InvariantCulture, $" r{++_rowCount}:");
        Append(_rows, terms);
        _rows.Append(CultureInfo.InvariantCulture, $" {relation} {right}\n");
    }

    /// <summary>Declares a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="largest">Its upper bound.</param>
    /// <param name="isInteger">Whether it is a whole number.</param>
    public void Variable(string name, long largest = 1, bool isInteger = true)
    {
        _bounds.Append(CultureInfo.InvariantCulture, $" 0 <= {name} <= {largest}\n");
        if (isInteger)
            _integers.Append(CultureInfo.InvariantCulture, $" {name}\n");
    }

    /// <summary>The whole file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Minimize\n obj:");
        Append(text, Objective);
        return text.Append("\nSubject To\n").Append(_rows).Append("Bounds\n").Append(_bounds).Append("General\n").Append(_integers).Append("End\n").ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyCollection<(long Factor, string Variable)> terms)
    {
        var count = 0;
        foreach (var (factor, variable) in terms)
        {
            if (count > 0 && count % TermsInLine == 0)
                text.Append("\n  ");
            text.Append(count == 0 ? factor < 0 ? " - " : " " : factor < 0 ? " - " : " + ");
            if (Math.Abs(factor) != 1)
                text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(factor)} ");
            text.Append(variable);
            count++;
        }
    }
}
