namespace Guildhall.Planning.Programme.Searching;

/// <summary>All programmes that keep every rule, where there are few.</summary>
internal static class Enumeration
{
    private const int MostCells = 12;
    private const int MostSteps = 20_000;

    /// <summary>Lists them.</summary>
    /// <param name="facts">The problem.</param>
    /// <param name="most">No more than this.</param>
    /// <returns>All of them, or <see langword="null"/> when there are too many or it takes too long to find out.</returns>
    public static IReadOnlyList<Grid>? All(Facts facts, int most)
    {
        var (grid, found, steps) = (new Grid(facts), new List<Grid>(), 0);
        return grid.Cells <= MostCells && Fill(0) ? found : null;

        bool Fill(int cell)
        {
            if (++steps > MostSteps)
                return false;
            if (cell == grid.Cells)
            {
                if (grid.IsComplete())
                    found.Add(grid.Copy());
                return found.Count <= most;
            }
            if (!Fill(cell + 1))
                return false;
            for (var workshop = 0; workshop < facts.Workshops; workshop++)
            {
                if (!grid.Fits(workshop, cell))
                    continue;
                grid.Put(workshop, cell);
                var isDone = Fill(cell + 1);
                grid.Clear(cell);
                if (!isDone)
                    return false;
            }
            return true;
        }
    }
}
