namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// Makes a programme that keeps every rule, from nothing or from what stands: the hardest to place first, the wanted into the largest rooms,
/// and where nothing is free others make way and are placed again (iterative forward search: Müller 2005).
/// </summary>
internal sealed class Construction(Facts facts, Chance chance, Func<bool> isOver)
{
    private const int StepsPerCell = 400;
    private readonly List<int> _obstacles = [];
    private readonly int[] _wanted = [.. facts.Concerned.Select(people => people.Length)];

    /// <summary>Completes a programme; what stands may be moved where that is needed.</summary>
    /// <param name="grid">What stands.</param>
    /// <returns>Whether every workshop runs often enough and every pin holds; if not, as much as could be done stands.</returns>
    public bool Complete(Grid grid)
    {
        var best = grid.Copy();
        var least = Missing(grid);
        for (var step = 0; step < StepsPerCell * grid.Cells && least > 0 && !isOver(); step++)
        {
            PlaceOne(grid);
            if (Missing(grid) is var missing && missing < least)
            {
                least = missing;
                grid.CopyTo(best);
            }
        }
        if (least > 0)
            best.CopyTo(grid);
        else
            FillWithRepeats(grid);
        return least == 0;
    }

    /// <summary>Empty rooms take another run of what is wanted most a run.</summary>
    public void FillWithRepeats(Grid grid)
    {
        for (var more = true; more;)
        {
            more = false;
            var order = Enumerable.Range(0, facts.Workshops).Where(workshop => grid.Count(workshop) < facts.MostRuns[workshop] && _wanted[workshop] > 0)
                .OrderByDescending(workshop => (double)_wanted[workshop] / (grid.Count(workshop) + 1)).ThenBy(workshop => workshop);
            foreach (var workshop in order)
            {
                var cell = LargestFree(grid, workshop, pin: null);
                if (cell == Facts.None)
                    continue;
                grid.Put(workshop, cell);
                more = true;
                break;
            }
        }
    }

    private int Missing(Grid grid)
    {
        var missing = 0;
        for (var workshop = 0; workshop < facts.Workshops; workshop++)
            missing += Math.Max(0, facts.FewestRuns[workshop] - grid.Count(workshop));
        foreach (var pin in facts.Pins)
            missing += grid.Holds(pin) ? 0 : 1;
        return missing;
    }

    private void PlaceOne(Grid grid)
    {
        foreach (var pin in facts.Pins)
        {
            if (!grid.Holds(pin))
            {
                Place(grid, pin.Workshop, pin);
                return;
            }
        }
        var (next, hardest) = (Facts.None, (Free: int.MaxValue, Wanted: 0));
        for (var workshop = 0; workshop < facts.Workshops; workshop++)
        {
            if (grid.Count(workshop) >= facts.FewestRuns[workshop])
                continue;
            var free = 0;
            for (var cell = 0; cell < grid.Cells; cell++)
                free += grid.Fits(workshop, cell) ? 1 : 0;
            // Few free cells first; where there is no want of them, what is wanted most, so that it gets a large room.
            var hard = (Math.Min(free, facts.Rooms / 2), -_wanted[workshop]);
            if (next == Facts.None || hard.CompareTo(hardest) < 0)
                (next, hardest) = (workshop, hard);
        }
        Place(grid, next, pin: null);
    }

    private void Place(Grid grid, int workshop, Facts.Pin? pin)
    {
        var cell = LargestFree(grid, workshop, pin);
        if (cell != Facts.None)
        {
            grid.Put(workshop, cell);
            return;
        }
        var (best, fewest, ties) = (Facts.None, int.MaxValue, 0);
        for (cell = 0; cell < grid.Cells; cell++)
        {
            if (!facts.MayStand(workshop, grid.SlotOf(cell), grid.RoomOf(cell)) || !IsIn(grid, cell, pin))
                continue;
            _obstacles.Clear();
            grid.CollectObstacles(workshop, cell, _obstacles);
            var cost = chance.Below(3);
            foreach (var obstacle in _obstacles)
                cost += facts.PinsOf[grid[obstacle]].Length > 0 ? 6 : 2;
            ties = cost == fewest ? ties + 1 : 1;
            if (cost < fewest || (cost == fewest && chance.Below(ties) == 0))
                (best, fewest) = (cell, cost);
        }
        if (best == Facts.None)
        {
            // It can stand nowhere. Something else may still be placed meanwhile: shake one run loose, so that the order changes.
            grid.Clear(chance.Below(grid.Cells));
            return;
        }
        _obstacles.Clear();
        grid.CollectObstacles(workshop, best, _obstacles);
        foreach (var obstacle in _obstacles)
            grid.Clear(obstacle);
        if (grid.Count(workshop) >= facts.MostRuns[workshop])
            ClearOneOf(grid, workshop);
        grid.Put(workshop, best);
    }

    /// <summary>A free cell with the most seats, of equal ones any.</summary>
    private int LargestFree(Grid grid, int workshop, Facts.Pin? pin)
    {
        var (best, most, ties) = (Facts.None, -1, 0);
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            if (!IsIn(grid, cell, pin) || !grid.Fits(workshop, cell))
                continue;
            var seats = facts.SeatsIn[(workshop * facts.Rooms) + grid.RoomOf(cell)];
            ties = seats == most ? ties + 1 : 1;
            if (seats > most || (seats == most && chance.Below(ties) == 0))
                (best, most) = (cell, seats);
        }
        return best;
    }

    private void ClearOneOf(Grid grid, int workshop)
    {
        var slots = Enumerable.Range(0, facts.Slots).Where(slot => grid.RoomOf(workshop, slot) != Facts.None).ToList();
        var chosen = slots[chance.Below(slots.Count)];
        grid.Clear((chosen * facts.Rooms) + grid.RoomOf(workshop, chosen));
    }

    private static bool IsIn(Grid grid, int cell, Facts.Pin? pin) =>
        pin is not { } its || ((its.Slot == Facts.None || its.Slot == grid.SlotOf(cell)) && (its.Room == Facts.None || its.Room == grid.RoomOf(cell)));
}
