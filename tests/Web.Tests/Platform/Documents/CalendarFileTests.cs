using System.Globalization;
using System.Text;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Tests.Platform.Documents;

public sealed class CalendarFileTests
{
    [Theory]
    [InlineData("Plain")]
    [InlineData("Semicolons; commas, back\\slashes and \"quotes\"")]
    [InlineData("Two\nlines\r\nthree")]
    [InlineData("A title so long that it has to be folded, more than once, because nobody told the presenter that titles are short and sweet")]
    [InlineData("Ysgol Gyfun: addysgu trwy gyfrwng y Gymraeg ŵŷôâê ŵŷôâê ŵŷôâê ŵŷôâê ŵŷôâê ŵŷôâê")]
    [InlineData("📚🧮🔬🎨📚🧮🔬🎨📚🧮🔬🎨📚🧮🔬🎨📚🧮🔬🎨📚🧮🔬🎨 pictures")]
    public void Text_comes_back_as_it_went_in(string words)
    {
        var read = StrictCalendar.Read(new CalendarFile(words, [Event(words)]).ToBytes());
        var plain = words.ReplaceLineEndings("\n");
        read.Calendar["NAME"].ShouldBe(plain);
        read.Events.ShouldHaveSingleItem()["SUMMARY"].ShouldBe(plain);
        read.Events[0]["LOCATION"].ShouldBe(plain);
    }

    [Fact]
    public void Every_length_is_folded_within_its_octets()
    {
        for (var length = 50; length < 160; length++)
        {
            var words = string.Concat(Enumerable.Repeat("aé€", length))[..length];
            StrictCalendar.Read(new CalendarFile("Days", [Event(words)]).ToBytes()).Events[0]["SUMMARY"].ShouldBe(words);
        }
    }

    [Fact]
    public void Controls_and_broken_characters_do_not_break_the_file() =>
        StrictCalendar.Read(new CalendarFile("Days", [Event("a\u0000b\u0007c\u0085d\ud800e")]).ToBytes()).Events[0]["SUMMARY"].ShouldStartWith("abc");

    [Fact]
    public void It_holds_what_the_standard_asks_for()
    {
        var bytes = new CalendarFile("Days", [Event("Phonics")]).ToBytes();
        var read = StrictCalendar.Read(bytes);
        read.Calendar["VERSION"].ShouldBe("2.0");
        read.Calendar["PRODID"].ShouldNotBeEmpty();
        var happening = read.Events.ShouldHaveSingleItem();
        happening["UID"].ShouldBe("one@guildhall");
        happening["DTSTAMP"].ShouldBe("20270111T090000Z");
        happening["LAST-MODIFIED"].ShouldBe("20270111T090000Z");
        happening["SEQUENCE"].ShouldBe("3");
        happening["DTSTART;TZID=Europe/London"].ShouldBe("20270326T093000");
        happening["DTEND;TZID=Europe/London"].ShouldBe("20270326T104500");
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain("BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n");
        text.IndexOf("VTIMEZONE", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("VEVENT", StringComparison.Ordinal));
    }

    [Fact]
    public void The_zones_rules_are_those_of_the_system()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        for (var year = 1997; year <= 2037; year++)
        {
            var (spring, autumn) = (LastSunday(year, 3).AddHours(1), LastSunday(year, 10).AddHours(1));
            london.GetUtcOffset(spring.AddTicks(-1)).ShouldBe(TimeSpan.Zero, year.ToString(CultureInfo.InvariantCulture));
            london.GetUtcOffset(spring).ShouldBe(TimeSpan.FromHours(1));
            london.GetUtcOffset(autumn.AddTicks(-1)).ShouldBe(TimeSpan.FromHours(1));
            london.GetUtcOffset(autumn).ShouldBe(TimeSpan.Zero);
        }
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static CalendarEvent Event(string words) => new()
    {
        Uid = "one@guildhall",
        Date = new DateOnly(2027, 3, 26),
        Starts = new TimeOnly(9, 30),
        Ends = new TimeOnly(10, 45),
        Summary = words,
        Location = words,
        Description = words,
        Url = "https://pd.example/training-days/my-day/1",
        ChangedAt = new DateTime(2027, 1, 11, 9, 0, 0, DateTimeKind.Utc),
        Sequence = 3,
    };
}
