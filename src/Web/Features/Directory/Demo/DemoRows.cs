using System.Globalization;
using CsvHelper;

namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>The files of examples/day, which are built into the program.</summary>
public static class DemoRows
{
    public static IReadOnlyList<DemoPersonRow> People() => Read("people.csv", row => new DemoPersonRow(
        row.GetField("person")!, row.GetField("name")!, School(row), row.GetField("group")!, row.GetField("away")!,
        row.GetField("presents")!, int.TryParse(row.GetField("carry"), CultureInfo.InvariantCulture, out var carry) ? carry : 0,
        [.. Enumerable.Range(1, 6).Select(number => row.GetField($"choice_{number}")!).Where(choice => choice.Length > 0)]));

    /// <summary>The files know no nursery; it gets a few of the staff of the primary school next door.</summary>
    private static string School(CsvReader row) =>
        row.GetField("school") is "Fernlea Primary" && row.GetField("group") is not "leader" && row.GetField("person")![^1] is ('3' or '7')
            ? "Weir Lane Nursery"
            : row.GetField("school")!;

    public static IReadOnlyList<DemoSessionRow> Sessions() => Read("sessions.csv", row => new DemoSessionRow(
        row.GetField("workshop")!, row.GetField("title")!, row.GetField("slot")!, row.GetField("room")!,
        int.Parse(row.GetField("seats")!, CultureInfo.InvariantCulture),
        int.TryParse(row.GetField("minimum"), CultureInfo.InvariantCulture, out var minimum) ? minimum : 0,
        row.GetField("for")!));

    public static IReadOnlyList<DemoFixedRow> FixedPlaces() => Read("fixed.csv", row => new DemoFixedRow(
        row.GetField("person")!, row.GetField("workshop")!, row.GetField("slot")!, row.GetField("reason")!));

    private static List<T> Read<T>(string name, Func<CsvReader, T> row)
    {
        using var stream = typeof(DemoRows).Assembly.GetManifestResourceStream($"examples/day/{name}")!;
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(row(csv));
        return rows;
    }
}

public sealed record DemoPersonRow(
    string Id, string Name, string School, string Group, string Away, string Presents, int Carry, IReadOnlyList<string> Choices)
{
    /// <summary>The codes of the workshops that they present.</summary>
    public IReadOnlyList<string> Presented => Presents.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed record DemoSessionRow(string Workshop, string Title, string Slot, string Room, int Seats, int Minimum, string For);

public sealed record DemoFixedRow(string Person, string Workshop, string Slot, string Reason);
