using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class DeadlineTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2027-03-10T17:00", "2027-03-10T17:00")] // winter
    [InlineData("2027-04-10T17:00", "2027-04-10T16:00")] // summer
    [InlineData("2027-10-31T01:30", "2027-10-31T01:30")] // comes twice; the later one
    public void A_time_on_the_clock_becomes_an_instant(string onClock, string utc)
    {
        Deadline.TryRead(At(onClock), new DateOnly(2027, 12, 1), Now, out var read, out _).ShouldBeTrue();
        read.ShouldBe(At(utc));
        read.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("2027-03-28T01:30", "There is no 01:30 on that day, because the clocks go forward. Choose another time")]
    [InlineData("2027-02-28T17:00", "The deadline is in the past. Choose a later time")]
    [InlineData("2027-12-01T08:00", "The deadline must be before the day itself, so that places can be given")]
    public void What_cannot_be_is_said_in_words(string onClock, string words)
    {
        Deadline.TryRead(At(onClock), new DateOnly(2027, 12, 1), Now, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(words);
    }

    [Fact]
    public void A_week_is_proposed_or_the_evening_before_a_day_that_is_sooner()
    {
        Deadline.Proposed(new DateOnly(2027, 6, 1), Now).ShouldBe(At("2027-03-08T17:00"));
        Deadline.Proposed(new DateOnly(2027, 3, 5), Now).ShouldBe(At("2027-03-04T17:00"));
    }

    private static DateTime At(string time) => DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
