namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// Which run gets which room so that the worth adds up to the most; none has to have one (the Hungarian method by shortest augmenting
/// paths: Kuhn 1955, Jonker and Volgenant 1987). O(rooms^2 x runs).
/// </summary>
internal sealed class BestRooms(int rooms, int runs)
{
    // One more for each room stands for leaving it empty, which is worth nothing.
    private readonly int _columns = runs + rooms;
    private readonly double[] _roomPrice = new double[rooms + 1];
    private readonly double[] _columnPrice = new double[runs + rooms + 1];
    private readonly int[] _roomOf = new int[runs + rooms + 1];
    private readonly int[] _from = new int[runs + rooms + 1];
    private readonly double[] _distance = new double[runs + rooms + 1];
    private readonly bool[] _done = new bool[runs + rooms + 1];

    /// <summary>For each run its room, or <see cref="Facts.None"/>.</summary>
    public int[] RoomOf { get; } = new int[runs];

    /// <summary>Finds the best.</summary>
    /// <param name="worth">By room and run what it is worth; below zero = better left.</param>
    /// <returns>The total, or a little more: never less, but for the rounding of sums.</returns>
    public double Solve(double[] worth)
    {
        Array.Clear(_roomPrice);
        Array.Clear(_columnPrice);
        Array.Clear(_roomOf);
        for (var room = 1; room <= rooms; room++)
            Augment(room, worth);
        Array.Fill(RoomOf, Facts.None);
        for (var column = 1; column <= runs; column++)
        {
            if (_roomOf[column] != 0 && Worth(worth, _roomOf[column], column) > 0)
                RoomOf[column - 1] = _roomOf[column] - 1;
        }
        return FromPrices(worth);
    }

    /// <summary>
    /// The total of prices that nobody's worth is above: by duality it is not below any assignment, whatever the prices, so it may stand in a
    /// bound even if they are not quite the best.
    /// </summary>
    private double FromPrices(double[] worth)
    {
        var total = 0.0;
        for (var room = 1; room <= rooms; room++)
        {
            var most = 0.0;
            for (var column = 1; column <= runs; column++)
                most = Math.Max(most, Worth(worth, room, column) + Math.Min(0, _columnPrice[column]));
            total += most;
        }
        for (var column = 1; column <= runs; column++)
            total -= Math.Min(0, _columnPrice[column]);
        return total;
    }

    private double Worth(double[] worth, int room, int column) => column > runs ? 0 : worth[((room - 1) * runs) + column - 1];

    private void Augment(int room, double[] worth)
    {
        Array.Fill(_distance, double.PositiveInfinity);
        Array.Clear(_done);
        _roomOf[0] = room;
        var column = 0;
        do
        {
            _done[column] = true;
            var (from, next, least) = (_roomOf[column], 0, double.PositiveInfinity);
            for (var other = 1; other <= _columns; other++)
            {
                if (_done[other])
                    continue;
                var reduced = -Worth(worth, from, other) - _roomPrice[from] - _columnPrice[other];
                if (reduced < _distance[other])
                    (_distance[other], _from[other]) = (reduced, column);
                if (_distance[other] < least)
                    (least, next) = (_distance[other], other);
            }
            for (var other = 0; other <= _columns; other++)
            {
                if (_done[other])
                {
                    _roomPrice[_roomOf[other]] += least;
                    _columnPrice[other] -= least;
                }
                else
                {
                    _distance[other] -= least;
                }
            }
            column = next;
        }
        while (_roomOf[column] != 0);
        while (column != 0)
        {
            var before = _from[column];
            _roomOf[column] = _roomOf[before];
            column = before;
        }
    }
}
