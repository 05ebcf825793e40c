using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>A fixed place stands, or is refused with the rule that it breaks.</summary>
public sealed class FixedPlaceTests
{
    [Theory]
    [InlineData("zoe", "A", "1", "person", "no person 'zoe' is given")]
    [InlineData("ann", "X", "1", "workshop", "no session of workshop 'X' is given")]
    [InlineData("ann", "A", "2", "slot", "workshop 'A' has no session in slot '2'")]
    [InlineData("pat", "P", "2", "workshop", "pat presents 'P' and cannot attend it")]
    [InlineData("pat", "A", "1", "slot", "pat presents 'P' in slot '1'")]
    [InlineData("art", "A", "1", "slot", "art is away in slot '1'")]
    [InlineData("ann", "H", "1", "workshop", "'H' in slot '1' is not for the group 'teacher', ann's")]
    [InlineData("pat", "H", "3", "workshop", "'H' in slot '3' is not for people without a group, pat's")]
    [InlineData("ann", "Z", "1", "slot", "'Z' in slot '1' has 0 seats, all held by the fixed places before this one")]
    public void That_breaks_a_rule_by_itself_is_refused_with_the_reason(string person, string workshop, string slot, string column, string text) =>
        OnlyError(Day().Add(new FixedPlace(person, workshop, slot), row: 7)).ShouldBe(new ProblemMessage(ProblemTable.FixedPlaces, 7, column, text));

    [Fact]
    public void In_a_slot_that_has_one_already_is_refused() =>
        OnlyError(Day().Add(new FixedPlace("ann", "A", "1")).Add(new FixedPlace("ann", "B", "1"))).ShouldBe(new ProblemMessage(
            ProblemTable.FixedPlaces, 2, "slot", "ann has a fixed place in slot '1' already: 'A'"));

    [Fact]
    public void In_a_workshop_that_the_person_attends_already_is_refused() =>
        OnlyError(Day().Add(new FixedPlace("ann", "B", "2")).Add(new FixedPlace("ann", "B", "1"))).ShouldBe(new ProblemMessage(
            ProblemTable.FixedPlaces, 2, "workshop", "ann has a fixed place in 'B' already, in slot '2'"));

    [Fact]
    public void Given_twice_is_refused_once() =>
        OnlyError(Day().Add(new FixedPlace("ann", "B", "2")).Add(new FixedPlace("ann", "B", "2"))).Row.ShouldBe(2);

    [Fact]
    public void Beyond_the_seats_is_refused() =>
        OnlyError(Day().Add(new FixedPlace("ann", "A", "1")).Add(new FixedPlace("bob", "A", "1")).Add(new FixedPlace("cat", "A", "1"))).ShouldBe(
            new ProblemMessage(ProblemTable.FixedPlaces, 3, "slot", "'A' in slot '1' has 2 seats, all held by the fixed places before this one"));

    [Fact]
    public void Beyond_the_school_cap_is_refused()
    {
        var day = Day().Add(new FixedPlace("ann", "A", "1")).Add(new FixedPlace("bob", "A", "1"));
        day.SchoolCap = 1;
        OnlyError(day).ShouldBe(new ProblemMessage(
            ProblemTable.FixedPlaces, 2, "slot", "'A' in slot '1' has 1 fixed places of the school 'Ash' already, as many as the school cap allows"));
    }

    [Fact]
    public void Of_people_without_a_school_know_no_school_cap()
    {
        var day = Day().Add(new FixedPlace("cat", "A", "1")).Add(new FixedPlace("dan", "A", "1"));
        day.SchoolCap = 1;
        CheckedPlan.Of(day).Places.Count(place => place.IsFixed).ShouldBe(2);
    }

    [Fact]
    public void That_breaks_several_rules_is_told_all_of_them() =>
        Errors(Day().Add(new FixedPlace("dan", "A", "1")).Add(new FixedPlace("dan", "H", "1")).Add(new FixedPlace("art", "H", "1"))).Select(error => (error.Row, error.Column, error.Text)).ShouldBe([
            (2, "workshop", "'H' in slot '1' is not for people without a group, dan's"),
            (2, "slot", "dan has a fixed place in slot '1' already: 'A'"),
            (3, "slot", "art is away in slot '1'"),
            (3, "workshop", "'H' in slot '1' is not for people without a group, art's")]);

    [Fact]
    public void Stands_whatever_it_costs_others()
    {
        // bob and ann sit in A by order, so cat, whose only wish it is, does not.
        var outcome = CheckedPlan.Of(Day().Add(new FixedPlace("ann", "A", "1", "mentor")).Add(new FixedPlace("bob", "A", "1")));
        outcome.Words().ShouldContain("ann 1 A");
        outcome.Words().ShouldContain("bob 1 A");
        outcome.Words().ShouldContain("cat 1 B");
        outcome.Places.Count(place => place.IsFixed).ShouldBe(2);
        outcome.Regrets[outcome.Problem.People.ToList().FindIndex(person => person.Id == "cat")].ShouldBe(1);
    }

    /// <summary>pat presents P in slots 1 and 2; art is away in slot 1; ann and bob are of one school; H is for heads; Z has no seat.</summary>
    private static AllocationProblemBuilder Day() => new AllocationProblemBuilder()
        .Add(new Session("A", "1", 2)).Add(new Session("B", "1", 9)).Add(new Session("B", "2", 9)).Add(new Session("P", "1", 9)).Add(new Session("P", "2", 9))
        .Add(new Session("H", "1", 9) { Groups = ["head"] }).Add(new Session("H", "3", 9) { Groups = ["head"] }).Add(new Session("Z", "1", 0))
        .Add(new Person("ann") { Group = "teacher", School = "Ash" }).Add(new Person("bob") { Group = "teacher", School = "Ash" })
        .Add(new Person("cat") { Wishes = ["A"] }).Add(new Person("dan")).Add(new Person("art") { Away = ["1"] }).Add(new Person("pat") { Presents = ["P"] });

    private static IReadOnlyList<ProblemMessage> Errors(AllocationProblemBuilder day)
    {
        day.TryBuild(out _, out var errors).ShouldBeFalse();
        return errors;
    }

    private static ProblemMessage OnlyError(AllocationProblemBuilder day) => Errors(day).ShouldHaveSingleItem();
}
