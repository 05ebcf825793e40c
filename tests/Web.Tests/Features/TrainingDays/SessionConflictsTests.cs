using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class SessionConflictsTests
{
    private static readonly Guid Morning = Guid.NewGuid();
    private static readonly BoardPresenter Sam = new(Guid.NewGuid(), "Sam Weir");

    [Fact]
    public void A_board_without_conflicts_has_none() =>
        SessionConflicts.Find([Session("W01") with { Presenters = [Sam] }, Session("W02"), Session("W03") with { SlotId = Guid.NewGuid(), Presenters = [Sam] }]).ShouldBeEmpty();

    [Fact]
    public void A_presenter_cannot_be_in_two_sessions_at_once() =>
        Words(Session("W01") with { Presenters = [Sam] }, Session("W02") with { Presenters = [Sam] }).ShouldBe("Morning: Sam Weir presents W01 and W02 at the same time.");

    [Fact]
    public void A_session_cannot_have_more_seats_than_its_room() =>
        Words(Session("W01") with { Seats = 31 }).ShouldBe("Morning: W01 has 31 seats, but Hall holds 30.");

    [Fact]
    public void A_session_cannot_ask_for_more_people_than_it_has_seats() =>
        Words(Session("W01") with { Seats = 5, Minimum = 6 }).ShouldBe("Morning: W01 runs with 6 people or more, but has 5 seats.");

    private static string Words(params BoardSession[] sessions) => SessionConflicts.Find(sessions).ShouldHaveSingleItem().Words;

    private static BoardSession Session(string code) => new()
    {
        WorkshopId = Guid.NewGuid(),
        Code = code,
        Title = code,
        SlotId = Morning,
        Slot = "Morning",
        Room = "Hall",
        RoomSeats = 30,
        Seats = 30,
    };
}
