using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Choose;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

/// <summary>The rules of a list, without pages or tables.</summary>
public sealed class ChoiceListTests
{
    private static readonly DateTime Until = new(2027, 3, 26, 17, 0, 0, DateTimeKind.Utc);
    private static readonly Guid[] Keys = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];

    private readonly Dictionary<Guid, Candidate> _candidates =
        Keys.ToDictionary(key => key, key => new Candidate($"Workshop {Array.IndexOf(Keys, key)}", IsForThem: true, Presents: false));

    [Fact]
    public void A_list_within_the_rules_meets_no_objection() => Objection(Keys[..6]).ShouldBeNull();

    [Fact]
    public void An_empty_list_meets_no_objection() => Objection().ShouldBeNull();

    [Fact]
    public void The_instant_of_the_deadline_is_too_late()
    {
        Objection(Until.AddTicks(-1), DayStage.Choosing, Keys[0]).ShouldBeNull();
        Objection(Until, DayStage.Choosing, Keys[0]).ShouldBe("Choosing closed on Friday 26 March at 17:00. The list that was saved last counts.");
    }

    [Theory]
    [InlineData(DayStage.Draft)]
    [InlineData(DayStage.Allocating)]
    [InlineData(DayStage.Published)]
    public void Only_a_day_that_collects_choices_takes_a_list(DayStage stage) =>
        Objection(Until.AddDays(-1), stage, Keys[0]).ShouldBe("Choosing is closed. The list that was saved last counts.");

    [Fact]
    public void A_workshop_stands_once() => Objection(Keys[0], Keys[1], Keys[0])!.ShouldContain("twice");

    [Fact]
    public void A_list_is_no_longer_than_allowed() => Objection(Keys[..7])!.ShouldStartWith("You can rank six workshops.");

    [Fact]
    public void A_workshop_of_another_day_is_refused() => Objection(Keys[0], Guid.NewGuid())!.ShouldContain("not in the programme");

    [Fact]
    public void A_workshop_for_others_is_refused()
    {
        _candidates[Keys[2]] = new Candidate("Kitchen hygiene", IsForThem: false, Presents: false);
        Objection(Keys[..3]).ShouldBe("\"Kitchen hygiene\" is for other people, so it cannot be one of your wishes.");
    }

    [Fact]
    public void Ones_own_workshop_is_refused()
    {
        _candidates[Keys[2]] = new Candidate("Phonics", IsForThem: true, Presents: true);
        Objection(Keys[..3]).ShouldBe("You present \"Phonics\", so it cannot be one of your wishes.");
    }

    [Fact]
    public void Adding_puts_last_and_never_twice()
    {
        var list = new ChoiceList([]).With(Keys[0]).With(Keys[1]).With(Keys[0]);
        list.Wishes.ShouldBe([Keys[0], Keys[1]]);
        list.RankOf(Keys[1]).ShouldBe(2);
        list.RankOf(Keys[2]).ShouldBe(0);
    }

    [Fact]
    public void Moving_changes_places_with_the_neighbour_and_stops_at_the_ends()
    {
        var list = new ChoiceList(Keys[..3]);
        list.Moved(Keys[2], -1).Wishes.ShouldBe([Keys[0], Keys[2], Keys[1]]);
        list.Moved(Keys[0], +1).Wishes.ShouldBe([Keys[1], Keys[0], Keys[2]]);
        list.Moved(Keys[0], -1).Wishes.ShouldBe(Keys[..3]);
        list.Moved(Keys[2], +1).Wishes.ShouldBe(Keys[..3]);
        list.Moved(Keys[5], -1).Wishes.ShouldBe(Keys[..3]);
    }

    [Fact]
    public void Removing_closes_the_gap() => new ChoiceList(Keys[..3]).Without(Keys[1]).Wishes.ShouldBe([Keys[0], Keys[2]]);

    private string? Objection(params Guid[] wishes) => Objection(Until.AddDays(-1), DayStage.Choosing, wishes);

    private string? Objection(DateTime now, DayStage stage, params Guid[] wishes)
    {
        var until = stage is DayStage.Choosing ? Until : Until.AddDays(3);
        var day = new TrainingDay { Name = "Day", Stage = stage, ChooseUntil = until, WishesAllowed = 6 };
        return new ChoiceList(wishes).Objection(day, _candidates, now);
    }
}
