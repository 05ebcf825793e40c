namespace Guildhall.Planning.Allocation.Solving;

/// <summary>All columns that the linear program has met, so that they can be looked through again before everybody is asked anew.</summary>
internal sealed class ColumnPool(int personCount)
{
    private readonly List<Column> _columns = [];
    private readonly List<Column>[] _ofPerson = new List<Column>[personCount];

    public IReadOnlyList<Column> All => _columns;

    public IReadOnlyList<Column> Of(int person) => (IReadOnlyList<Column>?)_ofPerson[person] ?? [];

    public void Add(Column column)
    {
        _columns.Add(column);
        if (column.Person >= 0)
            (_ofPerson[column.Person] ??= []).Add(column);
    }

    /// <summary>The columns outside the basis that would improve most, at most some.</summary>
    public void Collect(Simplex simplex, double tolerance, int most, List<Column> result)
    {
        var worth = new List<(double Reduced, int Index)>();
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Position == Column.Outside && simplex.ReducedCost(_columns[i]) is var reduced && reduced < -tolerance)
                worth.Add((reduced, i));
        }
        worth.Sort();
        foreach (var (_, index) in worth.Take(most))
            result.Add(_columns[index]);
    }
}
