using Guildhall.Bench.Days;
using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>What one more seat or run would bring is what solving the changed day from nothing brings.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public void Each_gain_is_the_difference_to_the_changed_day_solved_from_nothing()
    {
        var gainsSeen = 0;
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var problem = SmallDay.Make(seed);
            var outcome = AllocationPlanner.Plan(problem);
            var gains = AllocationWhatIf.Explore(outcome).ToDictionary(gain => (gain.Change, gain.Session));
            gainsSeen += gains.Count;
            for (var session = 0; session < problem.Sessions.Count; session++)
            {
                var alone = AllocationPlanner.Plan(Changed(problem, session, problem.Facts.SessionSlot[session], WhatIfChange.OneMoreSeat)).Objective;
                if (gains.TryGetValue((WhatIfChange.OneMoreSeat, session), out var gain))
                    gain.After.ShouldBe(alone, $"seed {seed}, one more seat in session {session}");
                else
                    alone.ShouldBeGreaterThanOrEqualTo(outcome.Objective, $"seed {seed}: a seat in session {session} helps, but was not named");
            }
            foreach (var gain in gains.Values.Where(gain => gain.Change == WhatIfChange.OneMoreRun))
                gain.After.ShouldBe(AllocationPlanner.Plan(Changed(problem, gain.Session, gain.Slot, gain.Change)).Objective, $"seed {seed}, one more run of {gain.Session}");
        }
        gainsSeen.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Gains_come_largest_first_and_only_against_a_proven_outcome()
    {
        var problem = GeneratedDay.Make(new DayShape(120, 15, 3, 8).Mild(), 1).ToBuilder().Build();
        var gains = AllocationWhatIf.Explore(AllocationPlanner.Plan(problem));
        gains.ShouldNotBeEmpty();
        gains.Select(gain => gain.After).ShouldBe(gains.Select(gain => gain.After).Order());
        gains.ShouldAllBe(gain => gain.After < gain.Before);

        var stopped = AllocationPlanner.Plan(problem, cancellation: new CancellationToken(canceled: true));
        Should.Throw<ArgumentException>(() => AllocationWhatIf.Explore(stopped));
    }

    [Fact]
    public void The_cost_of_a_session_that_does_not_run_is_the_difference_to_the_day_without_its_minimum()
    {
        var costsSeen = 0;
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var problem = SmallDay.Make(seed);
            var outcome = AllocationPlanner.Plan(problem);
            var costs = AllocationWhatIf.CostOfNotRunning(outcome);
            costs.Select(cost => cost.Session).ShouldBe(outcome.NotRunning);
            foreach (var cost in costs)
            {
                cost.Before.ShouldBe(outcome.Objective);
                cost.After.ShouldBe(AllocationPlanner.Plan(Changed(problem, cost.Session, cost.Slot, cost.Change)).Objective, $"seed {seed}, session {cost.Session}");
                costsSeen += cost.After < cost.Before ? 1 : 0;
            }
        }
        costsSeen.ShouldBeGreaterThan(8);
    }

    private static AllocationProblem Changed(AllocationProblem problem, int session, int slot, WhatIfChange change)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = problem.SchoolCap };
        for (var index = 0; index < problem.Sessions.Count; index++)
            builder.Add(index != session ? problem.Sessions[index] : change switch
            {
                WhatIfChange.OneMoreSeat => problem.Sessions[index] with { Seats = problem.Sessions[index].Seats + 1 },
                WhatIfChange.NoMinimum => problem.Sessions[index] with { Minimum = 0 },
                _ => problem.Sessions[index],
            });
        if (change == WhatIfChange.OneMoreRun)
            builder.Add(problem.Sessions[session] with { Slot = problem.Slots[slot] });
        foreach (var person in problem.People)
            builder.Add(person);
        foreach (var place in problem.FixedPlaces)
            builder.Add(place);
        return builder.Build();
    }
}
