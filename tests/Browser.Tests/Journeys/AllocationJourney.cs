namespace Guildhall.Browser.Tests.Journeys;

/// <summary>The trust's PD lead from everybody's choices to everybody's timetable, and what people then see.</summary>
public sealed class AllocationJourney
{
    [Theory, InlineData(Device.PhoneWithoutScript), InlineData(Device.Desktop)]
    public async Task A_lead_runs_fixes_runs_again_adopts_and_publishes_and_a_teacher_reads_why(Device device)
    {
        await using var demo = await Demo.StartAsync("chosen");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Trust PD lead");
        await page.GotoAsync("/training-days");
        await visit.ShouldBeSound("training-days");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day" }).First.ClickAsync();
        await visit.ShouldBeSound("day");
        await page.GetByRole(AriaRole.Link, new() { Name = "Give places" }).ClickAsync();
        await visit.ShouldBeSound("allocations");
        await RunAsync(visit, device);
        await visit.ShouldBeSound("outcome");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("All 850 people have a place");

        // Somebody is given a place beforehand.
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await visit.ShouldBeSound("outcome-people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Fix a place for" }).First.ClickAsync();
        await page.GetByLabel("Session").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Reason").FillAsync("Reports to the governors on it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fix this place" }).ClickAsync();
        await page.Locator("h1", new() { HasText = "Fixed places" }).WaitForAsync();
        await visit.ShouldBeSound("fixed-places");

        await page.GotoAsync(page.Url.Replace("/fix/", "/", StringComparison.Ordinal));
        await RunAsync(visit, device);
        await page.GetByRole(AriaRole.Link, new() { Name = "Adopt this run" }).ClickAsync();
        await visit.ShouldBeSound("adopt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Adopt this run" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Publish the day" }).ClickAsync();
        await visit.ShouldBeSound("publish");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish and send" }).ClickAsync();
        await UntilDoneAsync(page, device);
        await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Published");

        await using var teacher = await demo.VisitAsync(device);
        await teacher.SignInAsync("Teacher: chooses workshops");
        await teacher.ShouldBeSound("home-published");
        await teacher.Page.Locator("main a[href*='/training-days/my-day/']").First.ClickAsync();
        await teacher.ShouldBeSound("my-day");
        await Assertions.Expect(teacher.Page.Locator("main")).ToContainTextAsync("Why did I get this?");
        await teacher.Page.GetByText("Why did I get this?").ClickAsync();
        await Assertions.Expect(teacher.Page.Locator("main")).ToContainTextAsync("wish");

        // A lead of another trust sees none of it.
        var day = teacher.Page.Url.Split('/')[^1];
        await using var stranger = await demo.VisitAsync(device);
        await stranger.SignInAsync("PD lead of another trust");
        (await stranger.Page.Locator("main").InnerTextAsync()).ShouldNotContain("Trust training day");
        foreach (var path in new[] { "day", "allocations", "my-day", "choose", "lists", "invite" })
            (await stranger.Page.GotoAsync($"/training-days/{path}/{day}"))!.Status.ShouldBe(404, path);
    }

    private static async Task RunAsync(Visit visit, Device device)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find places" }).ClickAsync();
        await UntilDoneAsync(visit.Page, device);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).ClickAsync();
        await visit.Page.Locator("h1", new() { HasText = "Run" }).WaitForAsync();
    }

    /// <summary>The page asks by itself every second; without scripts its reader does.</summary>
    private static async Task UntilDoneAsync(IPage page, Device device)
    {
        var done = page.GetByRole(AriaRole.Link, new() { Name = "See the result" });
        for (var second = 0; second < 90 && await done.CountAsync() == 0; second++)
        {
            await Task.Delay(1000);
            if (device == Device.PhoneWithoutScript)
                await page.ReloadAsync();
        }
        (await done.CountAsync()).ShouldBe(1);
    }
}
