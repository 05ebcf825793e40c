using Guildhall.Planning.Programme.Searching;

namespace Guildhall.Planning.Programme;

/// <summary>
/// Suggests a programme: chooses runs, slots and rooms so that the best allocation in it has few empty slots, then a small worst regret, then
/// small weighted squares.
/// </summary>
/// <remarks>
/// A search that gets better while time lasts (docs/decisions/0003). It keeps what is pinned, and is never worse than a start that keeps every
/// rule. Where no programme that keeps every rule was found, it gives one that breaks few.
/// </remarks>
public static class ProgrammePlanner
{
    /// <summary>Suggests a programme.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">A board to begin with, finished or not; <see langword="null"/> = from nothing.</param>
    /// <param name="options">How to run; the defaults when not given.</param>
    /// <param name="progress">Told about each better programme, from any thread.</param>
    /// <param name="cancellation">Stops the run: the best programme so far is returned.</param>
    /// <returns>The best programme found, what people can have in it, and what no programme can better.</returns>
    public static ProgrammeOutcome Plan(
        ProgrammeProblem problem,
        ProgrammeBoard? start = null,
        ProgrammeOptions? options = null,
        IProgress<ProgrammeProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new ProgrammeOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var run = new PlannerRun(problem, options, progress, cancellation);
        return run.Plan(start);
    }
}
