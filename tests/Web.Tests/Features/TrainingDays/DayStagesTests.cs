using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class DayStagesTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private static readonly DayFigures Whole = new() { Slots = 3, Rooms = 4, Workshops = 5, Sessions = 9, Seats = 200, Invited = 60 };

    [Fact]
    public void A_whole_draft_can_open_choosing() => Of(DayStage.Draft, Whole).Steps.ShouldBe([DayStep.OpenChoosing]);

    [Fact]
    public void An_empty_draft_can_take_no_step_and_says_what_is_missing()
    {
        var stages = Of(DayStage.Draft, new DayFigures());
        stages.Steps.ShouldBeEmpty();
        stages.Needs.Where(need => !need.IsMet && !need.IsAdvice).Select(need => need.Page).ShouldBe(["slots", "workshops", "workshops", "invite"]);
    }

    [Theory]
    [InlineData("slots")]
    [InlineData("workshops")]
    [InlineData("invite")]
    public void Each_thing_that_is_needed_keeps_choosing_shut(string missing)
    {
        var figures = missing switch
        {
            "slots" => Whole with { Slots = 0 },
            "workshops" => Whole with { WorkshopsWithoutSession = ["W03"] },
            _ => Whole with { Invited = 0 },
        };
        var stages = Of(DayStage.Draft, figures);
        stages.Allows(DayStep.OpenChoosing).ShouldBeFalse();
        stages.Needs.Where(need => !need.IsMet && !need.IsAdvice).ShouldHaveSingleItem().Page.ShouldBe(missing);
    }

    [Fact]
    public void Rooms_and_seats_can_wait()
    {
        var shortage = new SeatShortage([RoleGroup.Catering], 4);
        var stages = Of(DayStage.Draft, Whole with { Rooms = 0, Shortages = [("Session 1", shortage)] });
        stages.Allows(DayStep.OpenChoosing).ShouldBeTrue();
        stages.Needs.ShouldContain(need => need.Found == "Session 1: 4 seats short for catering staff");
    }

    [Fact]
    public void Fewer_wishes_than_slots_keep_choosing_shut() =>
        new DayStages(new TrainingDay { Name = "Day", WishesAllowed = 2 }, Whole, Now).Allows(DayStep.OpenChoosing).ShouldBeFalse();

    [Fact]
    public void From_choosing_on_the_steps_follow_the_stage()
    {
        Of(DayStage.Choosing, Whole).Steps.ShouldBe([DayStep.CloseChoosing, DayStep.ChangeDeadline, DayStep.BackToDraft]);
        Of(DayStage.Allocating, Whole).Steps.ShouldBe([DayStep.ReopenChoosing, DayStep.BackToDraft]);
        Of(DayStage.Published, Whole).Steps.ShouldBeEmpty();
    }

    [Fact]
    public void The_standing_says_whether_the_deadline_has_passed()
    {
        Of(DayStage.Choosing, Whole, Now.AddHours(1)).Standing.ShouldStartWith("People choose until");
        Of(DayStage.Choosing, Whole, Now.AddHours(-1)).Standing.ShouldStartWith("The deadline was");
    }

    private static DayStages Of(DayStage stage, DayFigures figures, DateTime? until = null) =>
        new(new TrainingDay { Name = "Day", Stage = stage, ChooseUntil = until ?? Now.AddDays(1) }, figures, Now);
}
