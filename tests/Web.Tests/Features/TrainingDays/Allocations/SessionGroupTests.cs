using Guildhall.Web.Features.TrainingDays.Allocations;

namespace Guildhall.Web.Tests.Features.TrainingDays.Allocations;

public sealed class SessionGroupTests
{
    [Fact]
    public void What_asks_for_a_decision_comes_first_and_is_open()
    {
        var groups = SessionGroup.Of([Row("full", 20), Row("most", 15), Row("half", 10), Row("few", 9), Row("fewer", 2), Row("none", 0, runs: false)]);
        groups.Select(group => (group.Title, group.IsOpen)).ShouldBe(
            [("Does not run: too few people", true), ("Less than half full", true), ("At least half full", false), ("Full", false)]);
        groups.Select(group => string.Join(' ', group.Rows.Select(row => row.Title))).ShouldBe(["none", "fewer few", "half most", "full"]);
        groups.SelectMany(group => group.Rows).Select(row => row.Fill).ShouldBe(["Needs 5", "2 of 20", "9 of 20", "10 of 20", "15 of 20", "20 of 20"]);
    }

    [Fact]
    public void An_empty_group_is_not_shown() =>
        SessionGroup.Of([Row("full", 20)]).ShouldHaveSingleItem().Title.ShouldBe("Full");

    private static SessionRow Row(string title, int people, bool runs = true) => new(Guid.Empty, title, new TimeOnly(9, 30), "", 20, 5, people, runs);
}
