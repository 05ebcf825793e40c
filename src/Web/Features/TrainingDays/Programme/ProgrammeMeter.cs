using Guildhall.Planning.Programme;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>
/// Says at once what a board would bring people. It keeps the evaluators of the days looked at last, for each finds its next answer from the
/// one before; any node makes its own.
/// </summary>
public sealed class ProgrammeMeter
{
    private const int MostKept = 4;

    private readonly List<Kept> _kept = [];
    private readonly Lock _lock = new();

    /// <summary>Forecasts a board.</summary>
    /// <param name="day">Whose board.</param>
    /// <param name="input">The board and what everybody who is invited would like, as they are now.</param>
    /// <returns>The forecast; null when nobody has wished for anything yet.</returns>
    public MeterReading? Read(Guid day, ProgrammeInput input)
    {
        if (input.People.All(person => person.Wishes.Count == 0))
            return null;
        var kept = Find(day, MeterPrint.Of(input));
        lock (kept)
            return kept.Read(input);
    }

    private Kept Find(Guid day, byte[] print)
    {
        lock (_lock)
        {
            var kept = _kept.Find(one => one.Day == day && one.Print.AsSpan().SequenceEqual(print)) ?? new Kept(day, print);
            _kept.RemoveAll(one => one.Day == day);
            _kept.Add(kept);
            if (_kept.Count > MostKept)
                _kept.RemoveAt(0);
            return kept;
        }
    }

    /// <summary>What was made from rows with one print, and the last board that was asked about.</summary>
    private sealed class Kept(Guid day, byte[] print)
    {
        private ProgrammeEvaluator? _evaluator;
        private IReadOnlyList<ProgrammeRun> _runs = [];
        private MeterReading? _last;

        public Guid Day => day;

        public byte[] Print => print;

        public MeterReading Read(ProgrammeInput input)
        {
            if (_evaluator is null)
            {
                if (!input.TryBuild(out var problem, out var errors))
                    return new MeterReading(errors, Forecast: null, [], []);
                _evaluator = new ProgrammeEvaluator(problem!);
            }
            var board = input.Board;
            if (_last is not null && _runs.SequenceEqual(board.Runs))
                return _last;
            var forecast = _evaluator.Forecast(board);
            _runs = board.Runs;
            return _last = new MeterReading([], Forecast.Of(input, forecast), forecast.Attendance, forecast.Demand);
        }
    }
}

/// <summary>What a board would bring.</summary>
/// <param name="Errors">Why nothing can be foreseen: rows that contradict each other.</param>
/// <param name="Forecast">The figures; null when there are errors.</param>
/// <param name="Attendance">For each session that has a room, in the order of the input, how many would come.</param>
/// <param name="Demand">For each of them how many would like to.</param>
public sealed record MeterReading(IReadOnlyList<string> Errors, Forecast? Forecast, IReadOnlyList<int> Attendance, IReadOnlyList<int> Demand);
