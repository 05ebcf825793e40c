using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Tests.Features.TrainingDays.Lifecycle;

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
    public void A_call_leads_through_the_review_to_the_programme_and_each_step_back_again()
    {
        var brief = new OfferFigures { HasBrief = true, Submitted = 2 };
        Of(DayStage.Draft, new DayFigures { Offers = brief }).Steps.ShouldBe([DayStep.OpenCall]);
        Called(DayStage.Call, brief).Steps.ShouldBe([DayStep.CloseCall, DayStep.ChangeOfferDeadline, DayStep.BackToDraft]);
        Called(DayStage.Review, brief).Steps.ShouldBe([DayStep.ReopenCall]);
        Called(DayStage.Review, brief with { Decided = 2, Sent = 1 }).Steps.ShouldBe([DayStep.ReopenCall]);
        Called(DayStage.Review, brief with { Decided = 2, Sent = 2 }).Steps.ShouldBe([DayStep.BeginProgramme, DayStep.ReopenCall]);
        Called(DayStage.Programme, brief).Steps.ShouldBe([DayStep.OpenChoosing, DayStep.BackToReview]);
        Called(DayStage.Choosing, brief).Steps.ShouldBe([DayStep.CloseChoosing, DayStep.ChangeDeadline, DayStep.BackToProgramme]);
    }

    [Fact]
    public void Every_stage_is_reached_and_nothing_leads_back_from_publication()
    {
        var reached = new HashSet<DayStage> { DayStage.Draft };
        foreach (var way in DayTransition.All.OrderBy(way => way.From))
        {
            reached.ShouldContain(way.From);
            reached.Add(way.To);
            if (way.From >= DayStage.Published)
                ((int)way.To).ShouldBeGreaterThan((int)way.From);
        }
        reached.ShouldBe(Enum.GetValues<DayStage>(), ignoreOrder: true);
    }

    [Fact]
    public void A_day_is_closed_once_it_is_over()
    {
        var day = new TrainingDay { Name = "Day", Stage = DayStage.OnTheDay, Date = new DateOnly(2026, 11, 20) };
        new DayStages(day, Whole, Now).Steps.ShouldBeEmpty();
        new DayStages(day, Whole, Now.AddDays(1)).Steps.ShouldBe([DayStep.CloseDay]);
    }

    [Fact]
    public void The_standing_says_whether_the_deadline_has_passed()
    {
        Of(DayStage.Choosing, Whole, Now.AddHours(1)).Standing.ShouldStartWith("People choose until");
        Of(DayStage.Choosing, Whole, Now.AddHours(-1)).Standing.ShouldStartWith("The deadline was");
    }

    private static DayStages Called(DayStage stage, OfferFigures offers) =>
        new(new TrainingDay { Name = "Day", Stage = stage, OfferUntil = Now.AddDays(1) }, Whole with { Offers = offers }, Now);

    private static DayStages Of(DayStage stage, DayFigures figures, DateTime? until = null) =>
        new(new TrainingDay { Name = "Day", Stage = stage, ChooseUntil = until ?? Now.AddDays(1) }, figures, Now);
}
