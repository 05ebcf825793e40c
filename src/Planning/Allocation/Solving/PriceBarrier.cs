namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Keeps the prices of a <see cref="CentralPath"/> off their limits: each above nothing and below what is never paid, and the price of a
/// place off the list below that of every seat it may stand for. Each limit adds weight x log(distance) to the bound.
/// </summary>
internal sealed class PriceBarrier
{
    private const double MostPrice = 1e4;
    private const double LeastPrice = 0.01;
    private readonly RowLayout _layout;
    private readonly double[] _most;
    private readonly int _sessionCount;
    private readonly List<(int Session, int Row)> _unlistedSeats = [];

    public PriceBarrier(Model model, RowLayout layout)
    {
        (_layout, _sessionCount) = (layout, model.SessionCount);
        _most = new double[layout.FirstCount];
        Array.Fill(_most, MostPrice);
        for (var personClass = 0; personClass < model.Classes.Count; personClass++)
        {
            for (var session = 0; session < model.SessionCount; session++)
            {
                if (model.Seats[session] > 0 && model.Classes.IsFor(model.Facts, personClass, session))
                    _unlistedSeats.Add((session, layout.UnlistedRow(personClass, model.Facts.SessionSlot[session])));
            }
        }
    }

    /// <summary>Prices of all rows inside the limits, near given prices of sessions.</summary>
    public double[] StartNear(double[] sessionPrices, double emptyPrice)
    {
        var prices = new double[_most.Length];
        for (var session = 0; session < _sessionCount; session++)
            prices[session] = Math.Clamp(sessionPrices[session], LeastPrice, MostPrice / 2);
        for (var row = _sessionCount; row < _layout.EmptyRow; row++)
            prices[row] = MostPrice / 2;
        foreach (var (session, row) in _unlistedSeats)
            prices[row] = Math.Min(prices[row], prices[session] / 2);
        prices[_layout.EmptyRow] = Math.Max(emptyPrice, 2 * prices.Max());
        _most[_layout.EmptyRow] = 2 * prices[_layout.EmptyRow];
        return prices;
    }

    /// <summary>How much of a move can be made before a price meets a limit; infinite when none does.</summary>
    public double StepToTheWall(double[] prices, double[] move)
    {
        var most = double.PositiveInfinity;
        for (var row = 0; row < move.Length; row++)
        {
            if (move[row] != 0)
                most = Math.Min(most, move[row] < 0 ? prices[row] / -move[row] : (_most[row] - prices[row]) / move[row]);
        }
        foreach (var (session, row) in _unlistedSeats)
        {
            if (move[row] > move[session])
                most = Math.Min(most, (prices[session] - prices[row]) / (move[row] - move[session]));
        }
        return most;
    }

    /// <summary>Adds the first derivatives by the prices, for a weight of 1.</summary>
    public void AddGradient(double[] prices, double[] gradient)
    {
        for (var row = 0; row < prices.Length; row++)
            gradient[row] += (1 / prices[row]) - (1 / (_most[row] - prices[row]));
        foreach (var (session, row) in _unlistedSeats)
        {
            var change = 1 / (prices[session] - prices[row]);
            gradient[session] += change;
            gradient[row] -= change;
        }
    }

    /// <summary>Adds the second derivatives, their sign turned.</summary>
    public void AddCurvature(double[] prices, double weight, SymmetricMatrix matrix)
    {
        for (var row = 0; row < prices.Length; row++)
            matrix.Add(row, row, weight * (Square(1 / prices[row]) + Square(1 / (_most[row] - prices[row]))));
        foreach (var (session, row) in _unlistedSeats)
        {
            var curvature = weight * Square(1 / (prices[session] - prices[row]));
            matrix.Add(session, session, curvature);
            matrix.Add(row, row, curvature);
            matrix.Add(session, row, -curvature);
        }
    }

    private static double Square(double value) => value * value;
}
