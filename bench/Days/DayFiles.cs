using System.Globalization;
using System.Text;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days;

/// <summary>Writes a day as the files that <c>guildhall allocate</c> reads: sessions.csv, people.csv and, when places are fixed, fixed.csv.</summary>
public static class DayFiles
{
    /// <summary>The file of the sessions.</summary>
    public const string Sessions = "sessions.csv";

    /// <summary>The file of the people.</summary>
    public const string People = "people.csv";

    /// <summary>The file of the fixed places, there only when some are fixed.</summary>
    public const string FixedPlaces = "fixed.csv";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the day into a folder, over what is there. The cap on people of one school is an option, and in no file.</summary>
    /// <param name="day">The day.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    public static void Write(AllocationProblem day, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteTable(Path.Combine(folder, Sessions),
            ["workshop", "title", "slot", "room", "seats", "minimum", "for"],
            day.Sessions.Select(session => new List<string>
            {
                session.Workshop, session.Title, session.Slot, session.Room, Text(session.Seats),
                session.Minimum > 0 ? Text(session.Minimum) : "", string.Join('|', session.Groups),
            }));

        var choices = day.People.Count == 0 ? 0 : day.People.Max(person => person.Wishes.Count);
        WriteTable(Path.Combine(folder, People),
            ["person", "name", "school", "group", "away", "presents", "carry", .. Enumerable.Range(1, choices).Select(i => "choice_" + Text(i))],
            day.People.Select(person => new List<string>
            {
                person.Id, person.Name, person.School, person.Group, string.Join('|', person.Away), string.Join('|', person.Presents),
                person.Carry > 0 ? Text(person.Carry) : "",
            }.Concat(person.Wishes).Concat(Enumerable.Repeat("", choices - person.Wishes.Count))));

        var fixedPlaces = Path.Combine(folder, FixedPlaces);
        // A fixed.csv of another day that was here before would be taken for this day's.
        File.Delete(fixedPlaces);
        if (day.FixedPlaces.Count > 0)
        {
            WriteTable(fixedPlaces, ["person", "workshop", "slot", "reason"],
                day.FixedPlaces.Select(place => new[] { place.Person, place.Workshop, place.Slot, place.Reason }));
        }
    }

    private static void WriteTable(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var writer = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        foreach (var row in rows.Prepend(header))
            writer.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 4180: a cell with a comma, a quote or a line break stands in quotes.</summary>
    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
