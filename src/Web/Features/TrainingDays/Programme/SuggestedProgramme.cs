namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>What the planner found.</summary>
/// <param name="Runs">What would run where.</param>
/// <param name="Before">What the board would have brought as it was; null when it broke a rule that matters to the planner.</param>
/// <param name="After">What this one brings.</param>
/// <param name="Bound">What no programme can better: empty slots, the worst, the squares.</param>
/// <param name="IsExact">Whether <paramref name="After"/> is the best that people can have in it, proven.</param>
/// <param name="IsStart">Whether it is the board as it was: nothing better was found.</param>
/// <param name="Conflicts">Rules that could not all be kept.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Version">The planner's.</param>
public sealed record SuggestedProgramme(
    IReadOnlyList<PlannedRun> Runs, Forecast? Before, Forecast After, ForecastBound Bound, bool IsExact, bool IsStart, IReadOnlyList<string> Conflicts,
    long Milliseconds, string Version);

/// <summary>No programme has fewer empty slots, and with as few no smaller worst, and with both no fewer squares.</summary>
public sealed record ForecastBound(long Empty, long Worst, long Squares);
