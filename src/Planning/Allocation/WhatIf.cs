using System.Collections.Concurrent;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Allocation;

/// <summary>A change that an organiser can make.</summary>
public enum WhatIfChange
{
    /// <summary>One more seat in a session.</summary>
    OneMoreSeat,

    /// <summary>One more session of a workshop, with as many seats as the given one, in a slot in which the workshop does not run yet.</summary>
    OneMoreRun,
}

/// <summary>What a change would bring, found by solving the changed day.</summary>
/// <param name="Change">The change.</param>
/// <param name="Session">The session that gets a seat, or of which there would be one more; an index in <see cref="AllocationProblem.Sessions"/>.</param>
/// <param name="Slot">The slot of the change, an index in <see cref="AllocationProblem.Slots"/>.</param>
/// <param name="Before">The objective without the change.</param>
/// <param name="After">
/// The objective with it. Regret is always measured against the best day that a person could have alone; one more run can make that
/// better too.
/// </param>
/// <param name="IsProven">Whether the changed day was solved to proven optimality.</param>
public sealed record WhatIfGain(WhatIfChange Change, int Session, int Slot, Objective Before, Objective After, bool IsProven);

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
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.IsOptimal)
            throw new ArgumentException("Gains can only be told against a proven optimum.", nameof(outcome));
        options ??= new PlannerOptions { Seed = outcome.Seed };
        options = options with { TimeLimit = options.TimeLimit ?? TimeSpan.FromSeconds(1) };
        var gains = new ConcurrentBag<WhatIfGain>();
        var changes = Seats(outcome).Concat(Runs(outcome.Problem)).ToList();
        var order = Partitioner.Create(changes, loadBalance: true);
        Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, change =>
        {
            if (!cancellation.IsCancellationRequested && Solve(outcome, change, options, cancellation) is { } gain)
                gains.Add(gain);
        });
        return [.. gains
            .GroupBy(gain => (gain.Change, Name: outcome.Problem.Sessions[gain.Session].Workshop, Seat: gain.Change == WhatIfChange.OneMoreSeat ? gain.Session : -1))
            .Select(group => group.OrderBy(gain => gain.After).ThenBy(gain => gain.Slot).First())
            .OrderBy(gain => gain.After).ThenBy(gain => gain.Change).ThenBy(gain => gain.Session)];
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
        var builder = new AllocationProblemBuilder { SchoolCap = problem.SchoolCap };
        foreach (var other in problem.Sessions)
            builder.Add(trial.Change == WhatIfChange.OneMoreSeat && ReferenceEquals(other, session) ? other with { Seats = other.Seats + 1 } : other);
        if (trial.Change == WhatIfChange.OneMoreRun)
            builder.Add(session with { Slot = problem.Slots[trial.Slot] });
        foreach (var person in problem.People)
            builder.Add(person);
        foreach (var place in problem.FixedPlaces)
            builder.Add(place);

        // A presenter with a fixed place in the new slot cannot present there: that run is not on offer.
        if (!builder.TryBuild(out var changed, out _))
            return null;
        var after = AllocationPlanner.Plan(changed!, options with { Threads = 1 }, null, WarmStart.From(outcome, changed!), cancellation);
        return after.Objective < outcome.Objective
            ? new WhatIfGain(trial.Change, trial.Session, trial.Slot, outcome.Objective, after.Objective, after.IsOptimal)
            : null;
    }
}
