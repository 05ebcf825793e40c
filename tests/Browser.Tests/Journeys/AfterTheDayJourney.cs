using System.Text;

namespace Guildhall.Browser.Tests.Journeys;

/// <summary>What a day leaves behind, for each of those who had to do with it.</summary>
public sealed class AfterTheDayJourney
{
    [Theory, InlineData(Device.Phone), InlineData(Device.Desktop)]
    public async Task A_teacher_takes_their_certificate(Device device)
    {
        await using var visit = await (await Demo.SharedAsync("closed")).VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Teacher: chooses workshops");
        await visit.ShouldBeSound("home-after");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".timetable-part").First).ToContainTextAsync("You were here");
        await visit.ShouldBeSound("my-day-after");
        await page.GetByRole(AriaRole.Link, new() { Name = "My certificate (PDF)" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("of professional development");
        await visit.ShouldBeSound("certificate");
        await ShouldDownload(page, page.GetByRole(AriaRole.Link, new() { Name = "PDF" }), "%PDF");
    }

    [Theory, InlineData(Device.Phone), InlineData(Device.Desktop)]
    public async Task A_presenter_reads_what_people_thought(Device device)
    {
        await using var visit = await (await Demo.SharedAsync("closed")).VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Presenter of a workshop");
        await page.GetByRole(AriaRole.Link, new() { Name = "What I have presented" }).ClickAsync();
        var row = page.Locator("main tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync("Calm starts: the first ten minutes");
        await visit.ShouldBeSound("presented");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Feedback: Calm starts: the first ten minutes");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("What people wrote stands in no order.");
        await visit.ShouldBeSound("feedback-results");
    }

    [Theory, InlineData(Device.Phone), InlineData(Device.Desktop)]
    public async Task A_head_reads_the_report_on_their_own_people_and_takes_it_to_governors(Device device)
    {
        await using var visit = await (await Demo.SharedAsync("closed")).VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Head of a school");
        await visit.ShouldBeSound("home-head-after");
        await page.GetByRole(AriaRole.Link, new() { Name = "Trust training day: report on your people" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The people of your own school");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Fernlea Primary");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Millbrook Academy");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("What to do differently");
        await visit.ShouldBeSound("report-of-school");
        await ShouldDownload(page, page.GetByRole(AriaRole.Link, new() { Name = "Word" }), "PK");
    }

    [Theory, InlineData(Device.Phone), InlineData(Device.Desktop)]
    public async Task The_PD_lead_reads_all_of_it(Device device)
    {
        await using var visit = await (await Demo.SharedAsync("closed")).VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Trust PD lead");
        await page.GotoAsync("/training-days");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day", Exact = true }).First.ClickAsync();
        await visit.ShouldBeSound("day-closed");
        await page.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("What to do differently");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Offer the workshop on generative AI three times.");
        await visit.ShouldBeSound("report");
        await ShouldDownload(page, page.GetByRole(AriaRole.Link, new() { Name = "Word" }), "PK");
        await page.GetByRole(AriaRole.Link, new() { Name = "What is remembered of whom for the next day" }).ClickAsync();
        await Assertions.Expect(page.Locator("main tbody tr").First).ToBeVisibleAsync();
        await visit.ShouldBeSound("carried");
        await page.GotoAsync(page.Url.Replace("/report/carried/", "/feedback/", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("All sessions together");
        await visit.ShouldBeSound("feedback-of-day");
        await page.GotoAsync(page.Url.Replace("/feedback/", "/certificates/", StringComparison.Ordinal));
        await visit.ShouldBeSound("certificates");
    }

    private static async Task ShouldDownload(IPage page, ILocator link, string begin)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var bytes = new byte[begin.Length];
        await file.ReadExactlyAsync(bytes);
        Encoding.ASCII.GetString(bytes).ShouldBe(begin);
    }
}
