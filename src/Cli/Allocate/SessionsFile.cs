using Guildhall.Cli.Reading;
using Guildhall.Planning.Allocation;
using Guildhall.Tables;

namespace Guildhall.Cli.Allocate;

/// <summary>sessions.csv: a row a session.</summary>
internal sealed class SessionsFile(AllocationProblemBuilder day, Findings findings)
{
    private const int Workshop = 0;
    private const int Slot = 1;
    private const int Seats = 2;
    private const int Title = 3;
    private const int Room = 4;
    private const int Minimum = 5;
    private const int For = 6;

    private static readonly TableColumns Columns = new(["workshop", "slot", "seats"], ["title", "room", "minimum", "for"]);

    private readonly CellLists _lists = new();

    /// <summary>Whether sessions may be missing that the file was to name.</summary>
    public bool IsDamaged { get; private set; } = true;

    /// <summary>Workshops with a session that could not be understood, so that it cannot be said what they lack.</summary>
    public HashSet<string> Unsure { get; } = new(StringComparer.Ordinal);

    public void Read(string path, CancellationToken stop)
    {
        using var table = TableReader.Open(path, ProblemTable.Sessions, Columns, findings);
        if (table is null)
            return;
        var rows = 0;
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows++;
            ReadRow(table);
        }
        IsDamaged = rows == 0 || table.IsDamaged || !table.Has(Workshop) || !table.Has(Slot);
        if (rows == 0 && !table.IsDamaged)
            findings.Error(ProblemTable.Sessions, 1, "file", "there is no session under the line that names the columns");
    }

    private void ReadRow(TableReader table)
    {
        var (workshop, slot) = (table.Cell(Workshop), table.Cell(Slot));
        // What is not known must not lead to further errors: a session whose seats cannot be read has seats enough for everybody.
        var seats = ReadSeats(table) ?? WholeNumber.Largest;
        var minimum = ReadNumber(table, Minimum, "minimum") ?? 0;
        if (workshop.Length == 0 && table.Has(Workshop))
            table.Error("workshop", "the workshop is missing");
        if (slot.Length == 0 && table.Has(Slot))
            table.Error("slot", "the slot is missing");
        if (workshop.Length == 0 || slot.Length == 0)
        {
            if (workshop.Length > 0)
                Unsure.Add(workshop);
            return;
        }
        day.Add(
            new Session(workshop, slot, seats)
            {
                Title = table.Cell(Title),
                Room = table.Cell(Room),
                Minimum = minimum,
                Groups = _lists.Split(table.Cell(For)),
            },
            table.Line);
    }

    private static int? ReadSeats(TableReader table)
    {
        if (table.Cell(Seats).Length > 0 || !table.Has(Seats))
            return ReadNumber(table, Seats, "seats");
        table.Error("seats", "the number of seats is missing");
        return null;
    }

    private static int? ReadNumber(TableReader table, int column, string name)
    {
        var cell = table.Cell(column);
        if (cell.Length == 0)
            return null;
        if (WholeNumber.TryRead(cell, out var number, out var problem))
            return number;
        table.Error(name, problem);
        return null;
    }
}
