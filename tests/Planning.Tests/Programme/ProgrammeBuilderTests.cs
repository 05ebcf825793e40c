using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

public sealed class ProgrammeBuilderTests
{
    [Fact]
    public void Every_error_is_said_at_once()
    {
        new ProgrammeProblemBuilder()
            .AddSlots(["1", "2"])
            .AddRooms([new ProgrammeRoom("hall", -1), new ProgrammeRoom("hall", 3)])
            .AddWorkshops([
                new ProgrammeWorkshop("a") { Smallest = 5, Largest = 4, UnavailableSlots = ["3"], Rooms = ["roof"] },
                new ProgrammeWorkshop("b") { FewestRuns = 3, MostRuns = 2, Presenters = [""] },
            ])
            .AddPeople([new ProgrammePerson("p") { Carry = 10, Away = ["4"], Wishes = ["c"] }])
            .AddPins([new ProgrammePin("d", "5", "cellar"), new ProgrammePin("a", null, null)])
            .TryBuild(out var problem, out var errors).ShouldBeFalse();
        problem.ShouldBeNull();
        errors.ShouldBe([
            "There are two rooms called hall.",
            "Room hall has -1 seats; they must be 0 or more.",
            "Workshop a needs 5 people but takes only 4.",
            "Workshop a cannot run in slot 3, but there is no such slot.",
            "Workshop a can be held in room roof, but there is no such room.",
            "Workshop b must run 3 times but may run only 2 times.",
            "Workshop b must run 3 times but the day has 2 slots.",
            "Workshop b has a presenter without a name.",
            "The carry of p is 10; it must be from 0 to 9.",
            "p is away in slot 4, but there is no such slot.",
            "p wishes for workshop c, but there is no such workshop.",
            "Workshop d is pinned, but there is no such workshop.",
            "Workshop d is pinned to slot 5, but there is no such slot.",
            "Workshop d is pinned to room cellar, but there is no such room.",
            "The pin of workshop a names neither a slot nor a room.",
        ]);
    }

    [Fact]
    public void A_day_needs_a_slot() => Should.Throw<InvalidProgrammeException>(() => new ProgrammeProblemBuilder().Build()).Errors.ShouldBe(["The day has no slot."]);

    [Fact]
    public void Slots_keep_their_order() => new ProgrammeProblemBuilder().AddSlots(["9:30", "11:00", "10:30"]).Build().Slots.ShouldBe(["9:30", "11:00", "10:30"]);
}
