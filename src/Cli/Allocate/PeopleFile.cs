using System.Globalization;
using Guildhall.Cli.Reading;
using Guildhall.Planning.Allocation;
using Guildhall.Tables;

namespace Guildhall.Cli.Allocate;

/// <summary>people.csv: a row a person, with their wishes in the columns <c>choice_1</c>, <c>choice_2</c> and so on.</summary>
internal sealed class PeopleFile(AllocationProblemBuilder day, Findings findings)
{
    private const int Person = 0;
    private const int Name = 1;
    private const int School = 2;
    private const int Group = 3;
    private const int Away = 4;
    private const int Presents = 5;
    private const int Carry = 6;
    private const string Choice = "choice_";

    private static readonly TableColumns Columns =
        new(["person"], ["name", "school", "group", "away", "presents", "carry"], Choice);

    private readonly CellLists _lists = new();
    private readonly List<string> _wishes = [];
    private readonly List<int> _numbers = [];
    private readonly Dictionary<int, int[]> _numbersOfLine = [];
    private IReadOnlyList<int> _columnNumbers = [];

    /// <summary>Whether people may be missing that the file was to name.</summary>
    public bool IsDamaged { get; private set; } = true;

    public void Read(string path, CancellationToken stop)
    {
        using var table = TableReader.Open(path, ProblemTable.People, Columns, findings);
        if (table is null)
            return;
        _columnNumbers = table.Numbers;
        if (_columnNumbers.Count == 0)
            findings.Warn(ProblemTable.People, 1, "choice_1", "the file has no such column, so nobody wishes for anything");
        var rows = 0;
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows++;
            ReadRow(table);
        }
        IsDamaged = rows == 0 || table.IsDamaged || !table.Has(Person);
        if (rows == 0 && !table.IsDamaged)
            findings.Error(ProblemTable.People, 1, "file", "there is nobody under the line that names the columns");
    }

    /// <summary>
    /// The column in the file for a column that the planning library names: it counts a person's wishes, and knows nothing of
    /// empty cells between them.
    /// </summary>
    public string ColumnInFile(int line, string column)
    {
        if (!column.StartsWith(Choice, StringComparison.Ordinal))
            return column;
        var wish = int.Parse(column.AsSpan(Choice.Length), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
        var numbers = _numbersOfLine.TryGetValue(line, out var own) ? own : _columnNumbers;
        return string.Create(CultureInfo.InvariantCulture, $"{Choice}{numbers[wish]}");
    }

    private void ReadRow(TableReader table)
    {
        var carry = 0;
        if (table.Cell(Carry) is { Length: > 0 } cell && !WholeNumber.TryRead(cell, out carry, out var problem))
            table.Error("carry", problem);
        ReadWishes(table);
        var id = table.Cell(Person);
        if (id.Length == 0 && !table.Has(Person))
            return;
        day.Add(
            new Person(id)
            {
                Name = table.Cell(Name),
                School = table.Cell(School),
                Group = table.Cell(Group),
                Away = _lists.Split(table.Cell(Away)),
                Presents = _lists.Split(table.Cell(Presents)),
                Carry = carry,
                Wishes = [.. _wishes],
            },
            table.Line);
    }

    private void ReadWishes(TableReader table)
    {
        _wishes.Clear();
        _numbers.Clear();
        for (var i = 0; i < _columnNumbers.Count; i++)
        {
            if (table.NumberedCell(i) is not { Length: > 0 } wish)
                continue;
            _wishes.Add(wish);
            _numbers.Add(_columnNumbers[i]);
        }
        // Rows without a gap, nearly all of them, need no list of their own.
        if (_numbers.Count > 0 && _numbers[^1] != _columnNumbers[_numbers.Count - 1])
            _numbersOfLine.Add(table.Line, [.. _numbers]);
    }
}
