using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation.Laws;

/// <summary>More room never makes a day worse: every allocation that was possible still is, and nobody's best day alone is another.</summary>
public sealed class MoreRoomLaws
{
    [Fact]
    public void One_more_seat_in_a_session_that_has_some_never_worsens_the_objective() => RandomDays.Small.AllKeep(60, day =>
    {
        var before = Value(day.Problem);
        foreach (var session in day.Problem.Sessions.Where(session => session.Seats > 0))
            Value(WithSession(day.Problem, session, session with { Seats = session.Seats + 1 })).ShouldBeLessThanOrEqualTo(before, $"{session}");
    });

    [Fact]
    public void One_more_seat_never_worsens_a_day_of_120_people() => RandomDays.OfMediumSize.AllKeep(2, day =>
    {
        var before = Value(day.Problem);
        foreach (var session in day.Problem.Sessions.Where((_, index) => index % 9 == 0))
            Value(WithSession(day.Problem, session, session with { Seats = session.Seats + 1 })).ShouldBeLessThanOrEqualTo(before, $"{session}");
    });

    [Fact]
    public void A_first_seat_never_empties_a_slot() => RandomDays.Small.AllKeep(200, day =>
    {
        foreach (var session in day.Problem.Sessions.Where(session => session.Seats == 0))
            Value(WithSession(day.Problem, session, session with { Seats = 1 })).Empty.ShouldBeLessThanOrEqualTo(Value(day.Problem).Empty, $"{session}");
    });

    [Fact]
    public void A_session_without_its_minimum_never_worsens_the_objective() => RandomDays.Small.AllKeep(150, day =>
    {
        foreach (var session in day.Problem.Sessions.Where(session => session.Minimum > 1))
            Value(WithSession(day.Problem, session, session with { Minimum = 0 })).ShouldBeLessThanOrEqualTo(Value(day.Problem), $"{session}");
    });

    [Fact]
    public void A_larger_school_cap_or_none_never_worsens_the_objective() => RandomDays.Small.AllKeep(150, day =>
    {
        if (day.Problem.SchoolCap is not { } cap)
            return;
        var (before, larger, none) = (Value(day.Problem), day.Problem.ToBuilder(), day.Problem.ToBuilder());
        (larger.SchoolCap, none.SchoolCap) = (cap + 1, null);
        Value(larger.Build()).ShouldBeLessThanOrEqualTo(before);
        Value(none.Build()).ShouldBeLessThanOrEqualTo(Value(larger.Build()));
    });

    [Fact]
    public void Carry_changes_neither_the_empty_slots_nor_the_worst_regret() => RandomDays.Small.AllKeep(150, day =>
    {
        var builder = new AllocationProblemBuilder { SchoolCap = day.Problem.SchoolCap };
        foreach (var session in day.Problem.Sessions)
            builder.Add(session);
        foreach (var person in day.Problem.People)
            builder.Add(person with { Carry = Person.LargestCarry - person.Carry });
        foreach (var place in day.Problem.FixedPlaces)
            builder.Add(place);
        var (before, after) = (Value(day.Problem), Value(builder.Build()));
        (after.Empty, after.WorstRegret).ShouldBe((before.Empty, before.WorstRegret));
    });

    private static Objective Value(AllocationProblem problem)
    {
        var outcome = AllocationPlanner.Plan(problem, new PlannerOptions { Threads = 1 });
        outcome.IsOptimal.ShouldBeTrue();
        return outcome.Objective;
    }

    private static AllocationProblem WithSession(AllocationProblem problem, Session session, Session other)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = problem.SchoolCap };
        foreach (var row in problem.Sessions)
            builder.Add(row == session ? other : row);
        foreach (var person in problem.People)
            builder.Add(person);
        foreach (var place in problem.FixedPlaces)
            builder.Add(place);
        return builder.Build();
    }
}
