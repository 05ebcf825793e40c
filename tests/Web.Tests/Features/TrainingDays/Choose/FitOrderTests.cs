using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Choose;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

public sealed class FitOrderTests
{
    private static readonly FitPerson Teacher = new(RoleGroup.Teacher, ["Mathematics", "Art"], ["Key stage 2"]);

    [Fact]
    public void Each_reason_outweighs_all_weaker_ones_together()
    {
        var kinds = Enum.GetValues<FitReason>().Select(kind => (int)kind).Order().ToList();
        foreach (var (index, weight) in kinds.Index())
            weight.ShouldBeGreaterThan(kinds.Take(index).Sum());
    }

    [Fact]
    public void What_speaks_for_a_workshop_is_said_in_words_the_strongest_first()
    {
        var fit = FitOrder.Of(Teacher, Workshop("W01", "Maths talk in KS2", audience: [RoleGroup.Teacher]) with
        {
            Topic = "Behaviour",
            IsNeeded = true,
            Suggestions = [new FitSuggestion("Jo Smith", RoleGroup: null, ""), new FitSuggestion("Ann Weir", RoleGroup.Teacher, "Our plan asks for it")],
        });
        fit.Reasons.ShouldBe(
        [
            "you said that “Behaviour” matters to you",
            "Ann Weir suggests it to teachers at your school (“Our plan asks for it”)",
            "it is about mathematics, which you teach",
            "it is for teachers",
            "it is about key stage 2, where you teach",
        ]);
        fit.Weight.ShouldBe(32 + 16 + 8 + 4 + 2);
    }

    [Fact]
    public void A_need_comes_before_everything_else_and_a_priority_last()
    {
        var needed = Workshop("W05", "Five") with { Topic = "Calm", IsNeeded = true };
        var suggested = Workshop("W04", "Four", audience: [RoleGroup.Teacher]) with { Topic = "Talk", Suggestions = [new FitSuggestion("Jo", null, "")] };
        var subject = Workshop("W03", "Art for all");
        var role = Workshop("W02", "Two", audience: [RoleGroup.Teacher, RoleGroup.Office]);
        var priority = Workshop("W01", "One") with { Priority = "Attendance." };
        var fits = FitOrder.Rank(Teacher, [priority, role, subject, suggested, needed]);
        fits.Select(fit => fit.Workshop).ShouldBe([needed.Id, suggested.Id, subject.Id, role.Id, priority.Id]);
        fits[^1].Reasons.ShouldBe(["it serves a priority: Attendance"]);
    }

    [Fact]
    public void A_topic_that_nobody_asked_for_is_still_a_topic_of_the_day() =>
        FitOrder.Of(Teacher, Workshop("W01", "One") with { Topic = "Calm", Priority = "Attendance" }).Reasons.ShouldBe(["“Calm” is a topic of the day"]);

    [Fact]
    public void Subjects_are_found_as_whole_words_only()
    {
        FitOrder.Of(Teacher, Workshop("W01", "A good start in partnership")).Weight.ShouldBe(0);
        FitOrder.Of(Teacher, Workshop("W01", "ART, start to end")).Weight.ShouldBe((int)FitReason.Subject);
        FitOrder.Of(Teacher, Workshop("W01", "Working across Key Stage 2")).Weight.ShouldBe((int)FitReason.KeyStage);
    }

    [Fact]
    public void A_suggestion_to_another_role_group_says_nothing() =>
        FitOrder.Of(Teacher, Workshop("W01", "One") with { Suggestions = [new FitSuggestion("Jo", RoleGroup.Office, "")] }).Weight.ShouldBe(0);

    [Fact]
    public void All_come_out_in_the_same_order_whatever_the_order_they_go_in()
    {
        var chance = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var workshops = Enumerable.Range(1, 12).Select(number => Workshop($"W{number:00}", chance.Next(3) == 0 ? "Maths" : "Other", chance.Next(2) == 0 ? [RoleGroup.Teacher] : []) with
            {
                Topic = chance.Next(2) == 0 ? "Calm" : null,
                IsNeeded = chance.Next(3) == 0,
                Suggestions = chance.Next(4) == 0 ? [new FitSuggestion("Jo", null, "")] : [],
            }).ToArray();
            var order = FitOrder.Rank(Teacher, workshops).Select(fit => fit.Workshop).ToList();
            order.Order().ShouldBe(workshops.Select(workshop => workshop.Id).Order());
            FitOrder.Rank(Teacher, workshops).Select(fit => fit.Weight).ShouldBeInOrder(SortDirection.Descending);
            chance.Shuffle(workshops);
            FitOrder.Rank(Teacher, workshops).Select(fit => fit.Workshop).ShouldBe(order);
        }
    }

    [Fact]
    public void Ties_stand_by_code()
    {
        var workshops = new[] { Workshop("W03", "C"), Workshop("W01", "A"), Workshop("W02", "B") };
        FitOrder.Rank(Teacher, workshops).Select(fit => fit.Workshop).ShouldBe([workshops[1].Id, workshops[2].Id, workshops[0].Id]);
    }

    private static FitWorkshop Workshop(string code, string title, RoleGroup[]? audience = null) => new(Guid.NewGuid(), code, title, "", audience ?? []);
}
