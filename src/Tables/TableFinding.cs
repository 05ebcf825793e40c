using System.Globalization;

namespace Guildhall.Tables;

/// <summary>Something wrong with a table, or something to know about it, in words for the person who chose the file.</summary>
/// <param name="Text">What it is, as a sentence without a full stop.</param>
public sealed record TableFinding(string Text)
{
    /// <summary>Whether something is wrong; else it is only to be known.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>The row's number as a spreadsheet counts, from 1; 0 = it is about the whole file.</summary>
    public int Row { get; init; }

    /// <summary>The column's place, from 0; -1 = it is about the whole row or file.</summary>
    public int Column { get; init; } = -1;

    /// <summary>The column's name in the file; empty when it has none.</summary>
    public string Header { get; init; } = "";

    /// <summary>Where it is, as <c>row 12, column D (Email)</c>; empty when it is about the whole file.</summary>
    public string Where
    {
        get
        {
            var row = Row > 0 ? string.Create(CultureInfo.InvariantCulture, $"row {Row}") : "";
            if (Column < 0)
                return row;
            var column = Header.Length > 0 ? $"column {ColumnLetter.Of(Column)} ({Header})" : $"column {ColumnLetter.Of(Column)}";
            return row.Length > 0 ? $"{row}, {column}" : column;
        }
    }

    /// <summary>Where and what, in one line.</summary>
    public override string ToString() => Where.Length > 0 ? $"{Where}: {Text}" : Text;
}
