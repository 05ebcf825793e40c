using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Guildhall.Bench.Days.Umass;

/// <summary>A section of a course as the university timetabled it.</summary>
/// <param name="Course">The course's number.</param>
/// <param name="Days">The days, such as <c>Mon Wed</c>.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Capacity">Seats.</param>
public sealed record UmassSection(string Course, string Days, TimeOnly Start, int Capacity);

/// <summary>The timetable of the same term, <c>anonymized_courses.xlsx</c>.</summary>
public static class UmassCourses
{
    /// <summary>Reads the sections, in the file's order.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<UmassSection> Read(string folder)
    {
        // The reader asks for Windows-1252 even when a workbook has none of it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(Path.Combine(folder, "anonymized_courses.xlsx"));
        using var reader = ExcelReaderFactory.CreateReader(file);
        reader.Read();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.GetValue(i)?.ToString() ?? "", StringComparer.Ordinal);
        string Cell(string column) => Convert.ToString(reader.GetValue(columns[column]), CultureInfo.InvariantCulture) ?? "";

        var sections = new List<UmassSection>();
        while (reader.Read())
        {
            var time = Cell("Mtg Time").Split(" - ")[0];
            sections.Add(new UmassSection(Cell("Catalog"), Cell("zc.days"), TimeOnly.Parse(time, CultureInfo.InvariantCulture),
                int.Parse(Cell("Enrl Capacity"), CultureInfo.InvariantCulture)));
        }
        return sections;
    }
}
