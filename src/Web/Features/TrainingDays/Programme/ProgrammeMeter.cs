using System.Security.Cryptography;
using System.Text.Json;
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
    /// <param name="view">The board and what people would like.</param>
    /// <returns>The forecast; null when nobody has wished for anything yet, or the rows contradict each other.</returns>
    public ProgrammeForecast? Forecast(Guid day, ProgrammeBoardView view)
    {
        if (view.Problem is null || view.Input.People.All(person => person.Wishes.Count == 0))
            return null;
        var kept = Find(day, view);
        lock (kept)
            return kept.Evaluator.Forecast(view.Input.Board);
    }

    private Kept Find(Guid day, ProgrammeBoardView view)
    {
        var print = Print(view.Input);
        lock (_lock)
        {
            var kept = _kept.Find(one => one.Day == day && one.Print.AsSpan().SequenceEqual(print));
            _kept.RemoveAll(one => one.Day == day);
            kept ??= new Kept(day, print, new ProgrammeEvaluator(view.Problem!));
            _kept.Add(kept);
            if (_kept.Count > MostKept)
                _kept.RemoveAt(0);
            return kept;
        }
    }

    /// <summary>Tells whether anything but the places on the board is other than before.</summary>
    private static byte[] Print(ProgrammeInput input)
    {
        var runs = input.Runs.Concat(input.WithoutRoom).Select(run => run.Workshop).Order().ToList();
        var pins = input.Runs.Where(run => run.IsPinned).Select(run => (run.Workshop, run.Slot, run.Room).ToString()).ToList();
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { input.Slots, input.Rooms, input.Workshops, input.People, runs, pins }));
    }

    private sealed record Kept(Guid Day, byte[] Print, ProgrammeEvaluator Evaluator);
}
