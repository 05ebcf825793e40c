namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Which row of the linear program stands for what: first a row for each session's seats, then one for each class and slot that
/// balances places off the list, then one for avoidable empty slots; school caps and minimums are added when they bind.
/// </summary>
internal sealed class RowLayout(Model model)
{
    private readonly Dictionary<(int School, int Session), int> _cap = [];
    private readonly Dictionary<int, int> _minimum = [];

    public int FirstCount => EmptyRow + 1;

    public int EmptyRow => model.SessionCount + (model.Classes.Count * model.SlotCount);

    public IReadOnlyDictionary<(int School, int Session), int> CapRows => _cap;

    public IReadOnlyDictionary<int, int> MinimumRows => _minimum;

    /// <summary>The rows of <see cref="UnlistedRow"/>, by class, then slot.</summary>
    public Range UnlistedRows => model.SessionCount..EmptyRow;

    public int UnlistedRow(int personClass, int slot) => model.SessionCount + (personClass * model.SlotCount) + slot;

    public void AddCap(int school, int session, int row) => _cap.Add((school, session), row);

    public void AddMinimum(int session, int row) => _minimum.Add(session, row);

    /// <summary>The column of one set of places of a person.</summary>
    public Column ColumnOf(PersonOptions person, ReadOnlySpan<Option> set)
    {
        var (rows, amounts) = (new List<int>(set.Length + 1), new List<double>(set.Length + 1));
        var (cost, tie, empty) = (person.Fixed, 0.0, -person.ForcedEmpty);
        for (var i = 0; i < set.Length; i++)
        {
            cost += set[i].Cost;
            tie += set[i].Tie;
            if (set[i].Session >= 0)
                AddSeat(set[i].Session, model.Facts.PersonSchool[person.Person], rows, amounts);
            else if (set[i].Session == Option.Unlisted)
                Add(UnlistedRow(model.Classes.OfPerson[person.Person], person.Slots[i]), 1);
            else
                empty++;
        }
        if (empty != 0)
            Add(EmptyRow, empty);
        var regret = cost - person.BestAlone;
        return new Column
        {
            Person = person.Person,
            Rows = [.. rows],
            Amounts = [.. amounts],
            OwnCost = person.Square(regret) + tie,
            Set = set.ToArray(),
            Regret = regret,
        };

        void Add(int row, double amount)
        {
            rows.Add(row);
            amounts.Add(amount);
        }
    }

    /// <summary>The column that gives a seat of a session to a class, for somebody who does not list it.</summary>
    public Column UnlistedSeat(int personClass, int session)
    {
        var (rows, amounts) = (new List<int>(3), new List<double>(3));
        AddSeat(session, model.Classes.School[personClass], rows, amounts);
        rows.Add(UnlistedRow(personClass, model.Facts.SessionSlot[session]));
        amounts.Add(-1);
        return new Column { Person = -1, Rows = [.. rows], Amounts = [.. amounts], OwnCost = 0 };
    }

    /// <summary>The class that a column from <see cref="UnlistedSeat"/> belongs to.</summary>
    public int ClassOf(Column unlistedSeat) =>
        (Array.Find(unlistedSeat.Rows, row => row >= model.SessionCount && row < EmptyRow) - model.SessionCount) / model.SlotCount;

    private void AddSeat(int session, int school, List<int> rows, List<double> amounts)
    {
        rows.Add(session);
        amounts.Add(1);
        if (_cap.TryGetValue((school, session), out var capRow))
        {
            rows.Add(capRow);
            amounts.Add(1);
        }
        if (_minimum.TryGetValue(session, out var minimumRow))
        {
            rows.Add(minimumRow);
            amounts.Add(-1);
        }
    }
}
