using Guildhall.Cli.Reading;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Allocate;

/// <summary>fixed.csv: a row a place that is given beforehand. Unlike the others it may well have no rows.</summary>
internal sealed class FixedPlacesFile(AllocationProblemBuilder day, Findings findings)
{
    private const int Person = 0;
    private const int Workshop = 1;
    private const int Slot = 2;
    private const int Reason = 3;

    private static readonly TableColumns Columns = new(["person", "workshop", "slot"], ["reason"]);

    public void Read(string path, CancellationToken stop)
    {
        using var table = TableReader.Open(path, ProblemTable.FixedPlaces, Columns, findings);
        while (table is not null && table.Read())
        {
            stop.ThrowIfCancellationRequested();
            ReadRow(table);
        }
    }

    private void ReadRow(TableReader table)
    {
        var isWhole = true;
        for (var column = Person; column <= Slot; column++)
        {
            if (table.Cell(column).Length > 0)
                continue;
            isWhole = false;
            if (table.Has(column))
                table.Error(Columns.Needed[column], $"the {Columns.Needed[column]} is missing");
        }
        if (isWhole)
            day.Add(new FixedPlace(table.Cell(Person), table.Cell(Workshop), table.Cell(Slot), table.Cell(Reason)), table.Line);
    }
}
