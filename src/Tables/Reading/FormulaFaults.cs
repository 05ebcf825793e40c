using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Guildhall.Tables.Reading;

/// <summary>
/// Finds the cells of a sheet whose formulas have no value to give: the library that reads the values gives such cells as empty ones.
/// </summary>
internal sealed class FormulaFaults
{
    private const string NeverCalculated = "the formula here has no stored result: open the workbook in Excel, save it and choose it again";

    private readonly Dictionary<int, List<(int Column, string Text)>> _rows = [];
    private readonly int _most;
    private int _count;

    /// <summary>Goes through a sheet once.</summary>
    /// <param name="archive">The workbook.</param>
    /// <param name="part">The sheet's part.</param>
    /// <param name="most">After how many it is enough.</param>
    /// <param name="stop">Stops between two elements.</param>
    public FormulaFaults(ZipArchive archive, string part, int most, CancellationToken stop)
    {
        _most = most;
        using var xml = WorkbookIndex.Open(archive, part);
        var (row, column) = (0, -1);
        while (_count < most && xml.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                (row, column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1, -1);
            else if (xml.LocalName == "c")
                LookAtCell(xml, row, column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1);
        }
    }

    /// <summary>The faults in a row, by its number.</summary>
    public IReadOnlyList<(int Column, string Text)> In(int row) => _rows.TryGetValue(row, out var faults) ? faults : [];

    private void LookAtCell(XmlReader xml, int row, int column)
    {
        if (xml.IsEmptyElement)
            return;
        var isError = xml.GetAttribute("t") == "e";
        var (hasFormula, hasValue, depth, value) = (false, false, xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
                hasValue = true;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "f")
                hasFormula = true;
            else if (isError && xml.NodeType == XmlNodeType.Text && hasValue)
                value = xml.Value;
        }
        if (isError)
            Add(row, column, $"the formula here gives {(value.Length is > 0 and < 20 ? value : "an error")}: put it right or clear the cell");
        else if (hasFormula && !hasValue)
            Add(row, column, NeverCalculated);
    }

    private void Add(int row, int column, string text)
    {
        if (++_count > _most)
            return;
        if (!_rows.TryGetValue(row, out var faults))
            _rows.Add(row, faults = []);
        faults.Add((column, text));
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.AsSpan(0, Math.Min(place.Length, 3)))
        {
            if (!char.IsAsciiLetterUpper(letter))
                break;
            column = (column * 26) + (letter - 'A' + 1);
        }
        return column - 1;
    }
}
