using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>What the builder refuses and what it only remarks on, each at its row and column.</summary>
public sealed class BuilderTests
{
    [Fact]
    public void A_school_cap_below_1_is_refused()
    {
        var day = Sound();
        day.SchoolCap = 0;
        OnlyError(day).ShouldBe(new ProblemMessage(ProblemTable.Options, 0, "school-cap", "the cap on people of one school must be 1 or more"));
    }

    [Theory]
    [InlineData("", "1", 1, 0, "workshop", "the workshop is missing")]
    [InlineData("C", "", 1, 0, "slot", "the slot is missing")]
    [InlineData("C", "1", -1, 0, "seats", "seats must be 0 or more, not -1")]
    [InlineData("C", "1", 1, -2, "minimum", "the minimum must be 0 or more, not -2")]
    [InlineData("A", "1", 1, 0, "slot", "workshop 'A' has a session in slot '1' already; a workshop has at most one in a slot")]
    public void A_session_that_cannot_be_is_refused(string workshop, string slot, int seats, int minimum, string column, string text) =>
        OnlyError(Sound().Add(new Session(workshop, slot, seats) { Minimum = minimum }, row: 17))
            .ShouldBe(new ProblemMessage(ProblemTable.Sessions, 17, column, text));

    [Fact]
    public void More_than_16_slots_are_refused_and_16_are_not()
    {
        var day = new AllocationProblemBuilder();
        for (var slot = 1; slot <= 16; slot++)
            day.Add(new Session("A", $"{slot}", 1));
        day.TryBuild(out _, out _).ShouldBeTrue();
        OnlyError(day.Add(new Session("A", "17", 1))).ShouldBe(new ProblemMessage(
            ProblemTable.Sessions, 17, "slot", "the sessions name 17 different slots; a day has at most 16"));
    }

    [Theory]
    [InlineData("", 0, "person", "the person is missing")]
    [InlineData("ann", 0, "person", "person 'ann' is there already")]
    [InlineData("cat", -1, "carry", "carry must be from 0 to 9, not -1")]
    [InlineData("cat", 10, "carry", "carry must be from 0 to 9, not 10")]
    public void A_person_who_cannot_be_is_refused(string id, int carry, string column, string text) =>
        OnlyError(Sound().Add(new Person(id) { Carry = carry }, row: 17)).ShouldBe(new ProblemMessage(ProblemTable.People, 17, column, text));

    [Fact]
    public void A_workshop_without_a_session_can_be_neither_presented_nor_wished_for() =>
        Errors(Sound().Add(new Person("cat") { Presents = ["X"], Wishes = ["A", "Y"] })).ShouldBe([
            new ProblemMessage(ProblemTable.People, 3, "presents", "no session of workshop 'X' is given"),
            new ProblemMessage(ProblemTable.People, 3, "choice_2", "no session of workshop 'Y' is given")]);

    [Fact]
    public void Names_differ_by_case() =>
        Sound().Add(new Person("Ann")).Add(new Session("a", "1", 1)).Build().Workshops.ShouldBe(["A", "B", "a"]);

    [Fact]
    public void Every_error_of_all_tables_is_told_at_once_in_the_order_of_tables_and_rows()
    {
        var day = new AllocationProblemBuilder { SchoolCap = -3 }
            .Add(new FixedPlace("nobody", "nothing", "never"), row: 2)
            .Add(new Person("ann") { Carry = 11, Wishes = ["X", "Y"] }, row: 5)
            .Add(new Person("ann"), row: 6)
            .Add(new Session("", "", -1) { Minimum = -1 }, row: 8)
            .Add(new Session("A", "1", -4), row: 9);
        (ProblemTable, int, string)[] expected = [
            (ProblemTable.Options, 0, "school-cap"),
            (ProblemTable.Sessions, 8, "workshop"), (ProblemTable.Sessions, 8, "slot"), (ProblemTable.Sessions, 8, "seats"),
            (ProblemTable.Sessions, 8, "minimum"), (ProblemTable.Sessions, 9, "seats"),
            (ProblemTable.People, 5, "carry"), (ProblemTable.People, 5, "choice_1"), (ProblemTable.People, 5, "choice_2"), (ProblemTable.People, 6, "person"),
            (ProblemTable.FixedPlaces, 2, "person"), (ProblemTable.FixedPlaces, 2, "workshop")];
        Errors(day).Select(error => (error.Table, error.Row, error.Column)).ShouldBe(expected);

        var thrown = Should.Throw<InvalidProblemException>(() => day.Build());
        thrown.Errors.ShouldBe(Errors(day));
        thrown.Message.ShouldBe("12 errors, the first: Options row 0: school-cap: the cap on people of one school must be 1 or more");
    }

    [Fact]
    public void Rows_that_are_not_numbered_count_from_1_in_each_table() =>
        Errors(Sound().Add(new Session("C", "1", -1)).Add(new Person("cat") { Carry = 10 }).Add(new FixedPlace("ann", "X", "1")))
            .Select(error => error.Row).ShouldBe([3, 3, 1]);

    [Theory]
    [InlineData(new[] { "A", "B", "A" }, "", "choice_3", "cat wishes for 'A' twice; the later wish is dropped")]
    [InlineData(new[] { "A" }, "A", "choice_1", "cat presents 'A'; the wish for it is dropped")]
    [InlineData(new[] { "B", "H" }, "", "choice_2", "'H' is not for people without a group; cat's wish for it is dropped")]
    public void A_wish_that_is_not_valid_is_dropped_with_a_warning(string[] wishes, string presents, string column, string text)
    {
        var problem = Sound().Add(new Session("H", "1", 1) { Groups = ["head"] }).Add(new Person("hal") { Group = "head" })
            .Add(new Person("cat") { Wishes = wishes, Presents = presents.Length == 0 ? [] : [presents] }).Build();
        problem.Warnings.ShouldBe([new ProblemMessage(ProblemTable.People, 4, column, text)]);
    }

    [Fact]
    public void A_wish_for_a_workshop_of_another_group_names_the_group()
    {
        var problem = Sound().Add(new Session("H", "1", 1) { Groups = ["head"] }).Add(new Person("hal") { Group = "head" })
            .Add(new Person("cat") { Group = "office", Wishes = ["H"] }).Build();
        problem.Warnings.Single().Text.ShouldBe("'H' is not for the group 'office'; cat's wish for it is dropped");
    }

    [Fact]
    public void A_minimum_above_the_seats_is_remarked_on_but_not_where_there_is_no_seat_at_all() =>
        Sound().Add(new Session("C", "1", 2) { Minimum = 3 }).Add(new Session("D", "1", 0) { Minimum = 3 }).Build().Warnings.ShouldBe([
            new ProblemMessage(ProblemTable.Sessions, 3, "minimum", "workshop 'C' needs 3 people but has only 2 seats, so it cannot run in slot '1'")]);

    [Fact]
    public void Away_in_a_slot_without_sessions_is_remarked_on() =>
        Sound().Add(new Person("cat") { Away = ["1", "9"] }).Build().Warnings.ShouldBe([
            new ProblemMessage(ProblemTable.People, 3, "away", "no session is in slot '9', in which cat is away")]);

    [Fact]
    public void A_session_for_a_group_that_nobody_is_in_is_remarked_on() =>
        Sound().Add(new Session("C", "1", 1) { Groups = ["head"] }).Build().Warnings.ShouldBe([
            new ProblemMessage(ProblemTable.Sessions, 3, "for", "nobody is in the group 'head'")]);

    [Fact]
    public void A_sound_day_has_neither_errors_nor_warnings_and_survives_the_way_back_to_rows()
    {
        var day = Sound().Add(new FixedPlace("ann", "A", "1", "asked for"));
        day.SchoolCap = 4;
        var problem = day.Build();
        var again = problem.ToBuilder().Build();
        problem.Warnings.ShouldBeEmpty();
        again.Sessions.ShouldBe(problem.Sessions);
        again.People.ShouldBe(problem.People);
        again.FixedPlaces.ShouldBe([new FixedPlace("ann", "A", "1", "asked for")]);
        again.SchoolCap.ShouldBe(4);
    }

    [Fact]
    public void Nothing_can_be_added_that_is_null()
    {
        Should.Throw<ArgumentNullException>(() => Sound().Add((Session)null!));
        Should.Throw<ArgumentNullException>(() => Sound().Add((Person)null!));
        Should.Throw<ArgumentNullException>(() => Sound().Add((FixedPlace)null!));
    }

    private static AllocationProblemBuilder Sound() => new AllocationProblemBuilder()
        .Add(new Session("A", "1", 5)).Add(new Session("B", "2", 5)).Add(new Person("ann")).Add(new Person("bob"));

    private static IReadOnlyList<ProblemMessage> Errors(AllocationProblemBuilder day)
    {
        day.TryBuild(out var problem, out var errors).ShouldBeFalse();
        problem.ShouldBeNull();
        return errors;
    }

    private static ProblemMessage OnlyError(AllocationProblemBuilder day) => Errors(day).ShouldHaveSingleItem();
}
