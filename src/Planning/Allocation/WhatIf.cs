using System.Collections.Concurrent;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Allocation;

/// <summary>Which single change of the day would help most.</summary>
public static class AllocationWhatIf
{
    /// <summary>
    /// Tries one more seat in every session and one more run of every workshop, and returns those that improve the objective.
    /// </summary>
    /// <param name="outcome">A proven outcome; the changes are made to its problem.</param>
    /// <param name="options">Seed and threads; a time limit holds for each changed day, a second when none is given.</param>
    /// <param name="cancellation">Stops; the gains found so far are returned.</param>
    /// <returns>The gains, largest first; of one more run of a workshop only the best slot. Empty when no single change helps.</returns>
    /// <remarks>
    /// Nothing is guessed: a change is either solved, or the outcome's own prices prove that it brings nothing (a seat whose price is 0 in
    /// every branch of every claim leaves all floors as they are). Time: about sessions x slots small runs.
    /// </remarks>
    /// <exception cref="ArgumentException">The outcome is not proven optimal.</exception>
    public static IReadOnlyList<WhatIfGain> Explore(
        AllocationOutcome outcome, PlannerOptions? options = null, CancellationToken cancellation = default)
    {
        options = ForChangesOf(outcome, options);
        var gains = new ConcurrentBag<WhatIfGain>();
        var changes = Seats(outcome).Concat(Runs(outcome.Problem)).ToList();
        var order = Partitioner.Create(changes, loadBalance: true);
        Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, change =>
        {
            if (!cancellation.IsCancellationRequested && Solve(outcome, change, options, cancellation) is { } gain && gain.After < gain.Before)
                gains.Add(gain);
        });
        return [.. gains
            .GroupBy(gain => (gain.Change, Name: outcome.Problem.Sessions[gain.Session].Workshop, Seat: gain.Change == WhatIfChange.OneMoreSeat ? gain.Session : -1))
            .Select(group => group.OrderBy(gain => gain.After).ThenBy(gain => gain.Slot).First())
            .OrderBy(gain => gain.After).ThenBy(gain => gain.Change).ThenBy(gain => gain.Session)];
    }

    /// <summary>
    /// What it costs that sessions do not run for want of people: for each the objective if it might run with fewer than its minimum. Their
    /// difference is the cost; where both are equal, nobody misses the session.
    /// </summary>
    /// <param name="outcome">A proven outcome.</param>
    /// <param name="options">Seed and threads; a time limit holds for each session, a second when none is given.</param>
    /// <param name="cancellation">Stops; what was found so far is returned.</param>
    /// <returns>One for each of <see cref="AllocationOutcome.NotRunning"/>, in that order; left out are those for which nothing as good was found in time.</returns>
    /// <exception cref="ArgumentException">The outcome is not proven optimal.</exception>
    public static IReadOnlyList<WhatIfGain> CostOfNotRunning(
        AllocationOutcome outcome, PlannerOptions? options = null, CancellationToken cancellation = default)
    {
        options = ForChangesOf(outcome, options);
        var costs = new WhatIfGain?[outcome.NotRunning.Count];
        Parallel.For(0, costs.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
        {
            var session = outcome.NotRunning[i];
            var trial = new Trial(WhatIfChange.NoMinimum, session, outcome.Problem.Facts.SessionSlot[session]);
            costs[i] = cancellation.IsCancellationRequested ? null : Solve(outcome, trial, options, cancellation);
        });
        return [.. costs.Where(cost => cost is not null && cost.After <= cost.Before)!];
    }

    private static PlannerOptions ForChangesOf(AllocationOutcome outcome, PlannerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.IsOptimal)
            throw new ArgumentException("What a change brings can only be told against a proven optimum.", nameof(outcome));
        options ??= new PlannerOptions { Seed = outcome.Seed };
        return options with { TimeLimit = options.TimeLimit ?? TimeSpan.FromSeconds(1) };
    }

    private readonly record struct Trial(WhatIfChange Change, int Session, int Slot);

    /// <summary>Sessions whose seats have a price somewhere in the proof, or whose first seat would change what people could have alone.</summary>
    private static IEnumerable<Trial> Seats(AllocationOutcome outcome)
    {
        var problem = outcome.Problem;
        for (var session = 0; session < problem.Sessions.Count; session++)
        {
            if (problem.Sessions[session].Seats == 0 || problem.Sessions[session].Seats < problem.Sessions[session].Minimum
                || HasPrice(outcome.Proof, session))
                yield return new Trial(WhatIfChange.OneMoreSeat, session, problem.Facts.SessionSlot[session]);
        }
    }

    private static bool HasPrice(AllocationProof proof, int session) => proof.Claims
        .SelectMany(claim => claim.Branches)
        .Any(branch => branch.SeatPrices[session] > 0 || branch.Assumptions.Any(assumption => assumption.Session == session));

    private static IEnumerable<Trial> Runs(AllocationProblem problem)
    {
        foreach (var workshop in Enumerable.Range(0, problem.Workshops.Count))
        {
            var first = Enumerable.Range(0, problem.Slots.Count).Select(slot => problem.Facts.SessionAt(workshop, slot))
                .Where(session => session != ProblemFacts.None).MaxBy(session => problem.Sessions[session].Seats);
            for (var slot = 0; slot < problem.Slots.Count; slot++)
            {
                if (problem.Facts.SessionAt(workshop, slot) == ProblemFacts.None)
                    yield return new Trial(WhatIfChange.OneMoreRun, first, slot);
            }
        }
    }

    private static WhatIfGain? Solve(AllocationOutcome outcome, Trial trial, PlannerOptions options, CancellationToken cancellation)
    {
        var (problem, session) = (outcome.Problem, outcome.Problem.Sessions[trial.Session]);
        var builder = problem.ToBuilder(other => ReferenceEquals(other, session) ? Changed(other, trial.Change) : other);
        if (trial.Change == WhatIfChange.OneMoreRun)
            builder.Add(session with { Slot = problem.Slots[trial.Slot] });

        // A presenter with a fixed place in the new slot cannot present there: that run is not on offer.
        if (!builder.TryBuild(out var changed, out _))
            return null;
        var after = AllocationPlanner.Plan(changed!, options with { Threads = 1 }, null, WarmStart.From(outcome, changed!), cancellation);
        return new WhatIfGain(trial.Change, trial.Session, trial.Slot, outcome.Objective, after.Objective, after.IsOptimal);
    }

    private static Session Changed(Session session, WhatIfChange change) => change switch
    {
        WhatIfChange.OneMoreSeat => session with { Seats = session.Seats + 1 },
        WhatIfChange.NoMinimum => session with { Minimum = 0 },
        _ => session,
    };
}
