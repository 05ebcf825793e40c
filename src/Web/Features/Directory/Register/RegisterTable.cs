using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Reads a file of the register row by row, by the names of its columns. Only one row is in memory at a time.</summary>
internal sealed class RegisterTable : IDisposable
{
    // The longest cell of the real register has a few hundred characters; a quote never closed would swallow the whole file.
    private const int LongestCell = 32 * 1024;

    private readonly RegisterFile _file;
    private readonly RegisterFindings _findings;
    private readonly PeekedStream _stream;
    private readonly CsvParser _csv;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private int _width;

    private RegisterTable(PeekedStream stream, RegisterFile file, RegisterFindings findings)
    {
        (_file, _findings, _stream) = (file, findings, stream);
        _csv = new CsvParser(new StreamReader(stream, RegisterEncoding.Create()), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            BufferSize = 2 * LongestCell,
            DetectDelimiter = true,
            GetDelimiter = detect => Separator(detect.Text),
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
        });
    }

    /// <summary>The line of the file on which the row begins.</summary>
    public int Line { get; private set; }

    public int? Percent => _stream.Percent;

    /// <summary>Opens a file and reads its header; <see langword="null"/> when that fails, which the findings say.</summary>
    /// <param name="stream">The file; the caller closes it.</param>
    /// <param name="file">Which of the register's files it should be.</param>
    /// <param name="needed">Columns without which it is another file.</param>
    /// <param name="optional">Other columns that are used where they are there.</param>
    /// <param name="findings">Where to say what is wrong.</param>
    public static RegisterTable? Open(Stream stream, RegisterFile file, string[] needed, string[] optional, RegisterFindings findings)
    {
        var peeked = new PeekedStream(stream, FirstBytes.Needed);
        if (FirstBytes.Problem(peeked.First) is { } problem)
        {
            findings.Add(RegisterFindingWeight.File, file, 1, "", problem);
            return null;
        }
        var table = new RegisterTable(peeked, file, findings);
        if (table.ReadHeader(needed, optional))
            return table;
        table.Dispose();
        return null;
    }

    public bool Has(string column) => _places.ContainsKey(column);

    /// <summary>Goes to the next row that has as many cells as the header; blank lines are passed over.</summary>
    public bool Read()
    {
        while (ReadRow())
        {
            if (IsBlank())
                continue;
            if (IsAsWideAsHeader())
                return true;
            Row("", $"this row has {_csv.Count} cells, and the first line names {_width} columns: look for a missing or doubled quote (\") or comma");
        }
        return false;
    }

    /// <summary>A cell without outer and doubled blanks; empty when there is no such column.</summary>
    public string Cell(string column) => _places.TryGetValue(column, out var place) && place < _csv.Count ? Clean(_csv[place]) : "";

    /// <summary>Says that the row is left out.</summary>
    public void Row(string column, string text) => _findings.Add(RegisterFindingWeight.Row, _file, Line, column, $"{text}; the row is left out");

    /// <summary>Says that a cell is left empty.</summary>
    public void Empty(string column, string text) => _findings.Add(RegisterFindingWeight.Cell, _file, Line, column, $"{text}; it is left empty");

    public void Note(string column, string text) => _findings.Add(RegisterFindingWeight.Note, _file, Line, column, text);

    public void Refuse(string column, string text) => _findings.Add(RegisterFindingWeight.File, _file, Line, column, text);

    public void Dispose()
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    private bool ReadHeader(string[] needed, string[] optional)
    {
        while (ReadRow() && IsBlank())
        {
            // Some programs put an empty line first.
        }
        _width = _csv.Count;
        string[] used = [.. needed, .. optional];
        var doubled = false;
        for (var i = 0; i < _width; i++)
        {
            var name = Clean(_csv[i]);
            if (_places.TryAdd(name, i) || !used.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            doubled = true;
            Refuse(name, $"the column '{name}' is there twice, in places {_places[name] + 1} and {i + 1}: remove one of them");
        }
        var missing = needed.Where(column => !Has(column)).ToList();
        if (missing.Count > 0)
            Refuse(missing[0], $"this is not {Title}: {Listed(missing)} missing, and the first line has {Shown()}");
        return !doubled && missing.Count == 0;
    }

    private string Title => _file switch
    {
        RegisterFile.GroupLinks => "the register's file of group links (schools and the groups they are in)",
        RegisterFile.Links => "the register's file of links (schools and those before and after them)",
        _ => "the register's file of schools with all its columns",
    };

    private bool ReadRow()
    {
        Line = _csv.RawRow + 1;
        try
        {
            return _csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            Refuse("", "a cell that begins on or after this line has no end, so the rest of the file cannot be read: look for a quote (\") that is never closed");
            return false;
        }
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _csv.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(_csv[i]))
                return false;
        }
        return true;
    }

    private bool IsAsWideAsHeader()
    {
        if (_csv.Count < _width)
            return false;
        for (var i = _width; i < _csv.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(_csv[i]) && !IsLink(_csv[i].AsSpan().Trim()))
                return false;
        }
        return true;
    }

    // Some downloads end with "Linked establishments", where a school's second link, "144230 Successor", follows an unquoted comma.
    private static bool IsLink(ReadOnlySpan<char> cell) =>
        cell.IndexOfAnyExceptInRange('0', '9') is >= 5 and <= 7 and var end && cell[end] == ' ' && char.IsAsciiLetter(cell[end + 1]);

    private static string Listed(List<string> columns) => columns.Count == 1
        ? $"the column '{columns[0]}' is"
        : $"the columns {string.Join(", ", columns.SkipLast(1).Select(column => $"'{column}'"))} and '{columns[^1]}' are";

    private string Shown()
    {
        const int Most = 8;
        var shown = string.Join(", ", _places.OrderBy(column => column.Value).Take(Most).Select(column => $"'{Short(column.Key)}'"));
        return _places.Count > Most ? $"{shown} and {_places.Count - Most} more" : shown;
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;

    // The sign that parts most cells of the first line.
    private static string Separator(string text)
    {
        var line = text.AsSpan().TrimStart("\uFEFF \r\n");
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        var (best, most) = (",", line.Count(','));
        foreach (var other in new[] { ";", "\t" })
        {
            if (line.Count(other[0]) is var count && count > most)
                (best, most) = (other, count);
        }
        return best;
    }

    private static string Clean(string cell)
    {
        cell = RegisterEncoding.Mend(cell.Trim());
        if (!cell.Contains("  ", StringComparison.Ordinal) && !cell.AsSpan().ContainsAny("\t\r\n\u00A0"))
            return cell;
        return string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
