using System.Buffers;
using System.Text;
using Guildhall.Tables.Writing;

namespace Guildhall.Tables;

/// <summary>Writes CSV files (RFC 4180) that are safe to open in a spreadsheet.</summary>
public static class CsvFile
{
    // Semicolons and tabs need quotes as well: there are spreadsheets that would part the cell there.
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\t\r\n");

    // Excel takes a file without the mark for Windows-1252 and spoils every accent.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>
    /// Writes a table: UTF-8 with byte order mark, commas, CR LF, and an apostrophe before what a spreadsheet would run as a formula
    /// (<see cref="Formula"/>). Space around a cell's text and control characters in it are left out. Row by row; the stream stays open.
    /// </summary>
    /// <remarks>
    /// Excel, when it opens a CSV file, takes <c>07700 900123</c> without its space for a number; a workbook does not lose the zero.
    /// </remarks>
    /// <param name="file">Where to write. It is written to without waiting; do not pass a web response's body.</param>
    /// <param name="sheet">The table.</param>
    /// <param name="stop">Stops between two rows.</param>
    /// <exception cref="ArgumentException">There is no column, or a row is longer than the header.</exception>
    public static void Write(Stream file, Sheet sheet, CancellationToken stop = default)
    {
        sheet.CheckHeader();
        using var writer = new StreamWriter(file, Encoding, bufferSize: 64 * 1024, leaveOpen: true);
        for (var i = 0; i < sheet.Header.Count; i++)
            WriteCell(writer, i, sheet.Header[i]);
        writer.Write("\r\n");
        var number = 1;
        foreach (var row in sheet.Rows)
        {
            stop.ThrowIfCancellationRequested();
            sheet.CheckRow(row, ++number);
            for (var i = 0; i < sheet.Header.Count; i++)
            {
                // A number below nought is a number, and no formula.
                if (i < row.Count && row[i].Value is not string)
                    WriteSeparated(writer, i, row[i].ToString());
                else
                    WriteCell(writer, i, i < row.Count ? row[i].ToString() : "");
            }
            writer.Write("\r\n");
        }
    }

    /// <summary>Writes one cell as it is, in quotes where it needs them and with an apostrophe where it is like a formula.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="cell">The cell's text.</param>
    public static void WriteCell(TextWriter writer, string cell)
    {
        cell = Formula.Defuse(cell);
        if (cell.AsSpan().IndexOfAny(NeedQuotes) < 0)
        {
            writer.Write(cell);
            return;
        }
        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    private static void WriteCell(StreamWriter writer, int column, string cell)
    {
        WriteSeparated(writer, column, "");
        WriteCell(writer, WrittenText.Clean(cell));
    }

    private static void WriteSeparated(StreamWriter writer, int column, string plain)
    {
        if (column > 0)
            writer.Write(',');
        writer.Write(plain);
    }
}
