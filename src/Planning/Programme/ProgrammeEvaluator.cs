using Guildhall.Planning.Allocation.Solving;
using Guildhall.Planning.Programme.Searching;

namespace Guildhall.Planning.Programme;

/// <summary>
/// Says how good a board is for people, quickly enough to be asked after each move: under a third of a second for 5,000 people and 300
/// workshops. Make one for a problem and keep it: the prices of seats found for one board are where it starts for the next.
/// </summary>
/// <remarks>
/// It seats people by a fast rule of thumb (seats get prices, each takes the best set at these, then single people and pairs are moved); the
/// allocation keeps every rule, so the value is one that can be had, but an allocation planner with more time may find a better one. The
/// prices also give a floor below which no allocation can come. Not for several threads at once.
/// </remarks>
public sealed class ProgrammeEvaluator
{
    private const int FirstRounds = 50;
    private const int RoundsToFollow = 10;
    private const double HopeToFollow = 0.03;
    private readonly ProgrammeProblem _problem;
    private readonly Market _market;
    private readonly Seating _seating;
    private readonly int[] _demand;
    private readonly double[] _free;
    private readonly double[] _freeUnlisted;
    private bool _hasPrices;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">Chooses who comes first among equals; the same boards in the same order get the same answers.</param>
    public ProgrammeEvaluator(ProgrammeProblem problem, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _problem = problem;
        var facts = problem.Facts;
        _market = new Market(facts, new Scale(facts));
        _seating = new Seating(facts, [.. problem.Workshops.Select(workshop => workshop.Smallest)], seed);
        _demand = new int[facts.Workshops * facts.Slots];
        (_free, _freeUnlisted) = (new double[_demand.Length], new double[facts.Groups * facts.Slots]);
    }

    /// <summary>Forecasts a board as it stands, unfinished or wrong as it may be; runs of what is not there count for nothing.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The forecast.</returns>
    public ProgrammeForecast Forecast(ProgrammeBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var facts = _problem.Facts;
        var (places, seatsOf) = Read(board);
        var seats = new int[_demand.Length];
        Array.Fill(seats, Facts.None);
        for (var run = 0; run < places.Length; run++)
        {
            if (places[run] != Facts.None)
                seats[places[run]] = Math.Max(0, seats[places[run]]) + seatsOf[run];
        }
        _market.Open(seats);
        _market.Tune(_hasPrices ? RoundsToFollow : FirstRounds, _hasPrices ? HopeToFollow : 0.3);
        _hasPrices = true;
        var objective = _seating.Run(_market);
        CountDemand();
        return new ProgrammeForecast(
            objective,
            Math.Clamp((long)Math.Ceiling(_market.FloorOfSquares() - TieBreak.MostRounding), 0, objective.WeightedSquares),
            _seating.Regrets(),
            Share(places, seatsOf),
            [.. places.Select(place => place == Facts.None ? 0 : _demand[place])]);
    }

    private (int[] Places, int[] Seats) Read(ProgrammeBoard board)
    {
        var facts = _problem.Facts;
        var (places, seats) = (new int[board.Runs.Count], new int[board.Runs.Count]);
        for (var run = 0; run < places.Length; run++)
        {
            var (workshop, slot, room) = (facts.WorkshopOf(board.Runs[run].Workshop), facts.SlotOf(board.Runs[run].Slot), facts.RoomOf(board.Runs[run].Room));
            var isKnown = workshop != Facts.None && slot != Facts.None && room != Facts.None;
            places[run] = isKnown ? (workshop * facts.Slots) + slot : Facts.None;
            seats[run] = isKnown ? facts.SeatsIn[(workshop * facts.Rooms) + room] : 0;
        }
        return (places, seats);
    }

    /// <summary>How many sit in each run; two runs of a workshop in one slot fill up one after the other.</summary>
    private int[] Share(int[] places, int[] seats)
    {
        var attendance = new int[places.Length];
        var slots = _problem.Facts.Slots;
        var left = new Dictionary<int, int>();
        for (var run = 0; run < places.Length; run++)
        {
            if (places[run] == Facts.None)
                continue;
            var there = left.TryGetValue(places[run], out var rest) ? rest : _seating.Attendance(places[run] / slots, places[run] % slots);
            attendance[run] = Math.Min(there, seats[run]);
            left[places[run]] = there - attendance[run];
        }
        return attendance;
    }

    private void CountDemand()
    {
        var facts = _problem.Facts;
        Array.Clear(_demand);
        var choice = new Choice(facts, _market.Scale);
        for (var person = 0; person < facts.People; person++)
        {
            choice.Find(person, facts.Free(person, _market.Runs), _market.Offered, _free, _freeUnlisted);
            for (var slot = 0; slot < facts.Slots; slot++)
            {
                if (choice.Best[slot] >= 0)
                    _demand[(choice.Best[slot] * facts.Slots) + slot]++;
            }
        }
    }
}
