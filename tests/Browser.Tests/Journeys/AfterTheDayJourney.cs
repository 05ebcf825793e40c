using System.Text;

namespace Guildhall.Browser.Tests.Journeys;

/// <summary>What a day leaves behind, for each of those who had to do with it.</summary>
public sealed class AfterTheDayJourney
{
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
