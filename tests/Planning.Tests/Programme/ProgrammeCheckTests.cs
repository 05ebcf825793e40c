using Guildhall.Planning.Programme;
using static Guildhall.Planning.Programme.ProgrammeConflictKind;

namespace Guildhall.Planning.Tests.Programme;

/// <summary>A sound board, and every rule broken once.</summary>
public sealed class ProgrammeCheckTests
{
    private static readonly ProgrammeProblem Problem = new ProgrammeProblemBuilder()
        .AddSlots(["09:30", "11:00", "13:00"])
        .AddRooms([new ProgrammeRoom("hall", 40) { Name = "the hall" }, new ProgrammeRoom("lab", 20), new ProgrammeRoom("barn", 30) { Site = "farm" }])
        .AddWorkshops([
            new ProgrammeWorkshop("phonics") { Title = "Phonics", Presenters = ["ann", "bob"], MostRuns = 2 },
            new ProgrammeWorkshop("choir") { Title = "Choir", Presenters = ["ann"], UnavailableSlots = ["09:30"], Smallest = 25 },
            new ProgrammeWorkshop("robots") { Title = "Robots", Presenters = ["cem"], Rooms = ["lab"] },
        ])
        .AddPeople([new ProgrammePerson("ann") { Name = "Ann" }, new ProgrammePerson("cem") { Name = "Cem", Away = ["13:00"] }])
        .AddPins([new ProgrammePin("phonics", "09:30", "hall")])
        .Build();

    private static readonly ProgrammeRun[] Sound = [new("phonics", "09:30", "hall"), new("choir", "11:00", "hall"), new("robots", "11:00", "lab")];

    [Fact]
    public void A_sound_board_has_no_conflict() => Conflicts(Sound).ShouldBeEmpty();

    [Fact]
    public void Somebody_who_presents_two_workshops_at_once_is_named()
    {
        var conflict = Conflicts([.. Sound, new("phonics", "11:00", "lab")]).Single(conflict => conflict.Kind == PresenterClash);
        conflict.Text.ShouldBe("Ann presents Choir and Phonics at the same time, in slot 11:00.");
        conflict.Runs.ShouldBe([1, 3]);
    }

    [Fact]
    public void A_workshop_that_cannot_run_in_a_slot_is_named() =>
        Only([Sound[0], new("choir", "09:30", "barn"), Sound[2]], PresenterUnavailable).ShouldContain("Choir cannot run in slot 09:30.");

    [Fact]
    public void A_presenter_who_is_away_is_named() =>
        Only([Sound[0], Sound[1], new("robots", "13:00", "lab")], PresenterUnavailable).ShouldBe(["Cem presents Robots but is away in slot 13:00."]);

    [Fact]
    public void Another_site_needs_a_free_slot_in_between()
    {
        Only([Sound[0], new("choir", "11:00", "barn"), Sound[2]], Travel)
            .ShouldBe(["Ann must go from the hall to barn, on another site, between slots 09:30 and 11:00; leave a slot free in between."]);
        Conflicts([Sound[0], new("choir", "13:00", "barn"), Sound[2]]).ShouldBeEmpty();
    }

    [Fact]
    public void Two_runs_in_one_room_are_named() =>
        Only([Sound[0], new("choir", "11:00", "lab"), Sound[2]], RoomUsedTwice).ShouldBe(["lab has Choir and Robots at the same time, in slot 11:00."]);

    [Fact]
    public void A_room_with_too_few_seats_is_named() =>
        Only([Sound[0], new("choir", "13:00", "lab"), Sound[2]], RoomTooSmall).ShouldBe(["Choir needs 25 people, but lab has 20 seats."]);

    [Fact]
    public void A_room_that_does_not_suit_is_named() =>
        Only([Sound[0], Sound[1], new("robots", "11:00", "barn")], RoomUnsuitable).ShouldBe(["Robots cannot be held in barn."]);

    [Fact]
    public void A_workshop_twice_in_a_slot_is_named() =>
        Only([.. Sound, new("phonics", "09:30", "lab")], TwiceInSlot).ShouldBe(["Phonics runs twice in slot 09:30."]);

    [Fact]
    public void Too_many_runs_are_counted() =>
        Only([.. Sound, new("robots", "09:30", "lab")], TooManyRuns).ShouldBe(["Robots runs twice, but may run only once."]);

    [Fact]
    public void What_is_missing_on_an_unfinished_board_is_named() =>
        Only([Sound[0]], TooFewRuns).ShouldBe(["Choir has no place in the programme yet.", "Robots has no place in the programme yet."]);

    [Fact]
    public void A_broken_pin_is_named() =>
        Only([new("phonics", "09:30", "barn"), .. Sound[1..]], PinBroken).ShouldBe(["Phonics is pinned: it must run in slot 09:30 in the hall."]);

    [Fact]
    public void What_is_not_there_is_named_and_does_no_harm() => Conflicts([.. Sound, new("dance", "09:30", "lab"), new("choir", "noon", "lab"), new("choir", "13:00", "roof")])
        .Select(conflict => (conflict.Kind, conflict.Text)).ShouldBe([
            (Unknown, "There is no workshop dance."),
            (Unknown, "Choir is in slot noon, which the day does not have."),
            (Unknown, "Choir is in room roof, which is not there."),
        ]);

    private static IReadOnlyList<ProgrammeConflict> Conflicts(ProgrammeRun[] runs) => new ProgrammeCheck(Problem).Conflicts(new ProgrammeBoard(runs));

    private static IEnumerable<string> Only(ProgrammeRun[] runs, ProgrammeConflictKind kind) =>
        Conflicts(runs).Where(conflict => conflict.Kind == kind).Select(conflict => conflict.Text);
}
