namespace Guildhall.Browser.Tests.Journeys;

/// <summary>In the middle of the day, in halls with poor wifi: codes are shown and typed, registers are kept.</summary>
public sealed class OnTheDayJourney
{
    [Fact]
    public async Task Somebody_types_the_code_that_the_PD_lead_shows()
    {
        const Device device = Device.PhoneWithoutScript;
        const string who = "Teaching assistant";
        var demo = await Demo.SharedAsync("today");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync(who);
        await visit.ShouldBeSound("home-today");
        await page.GetByRole(AriaRole.Link, new() { Name = "See your day" }).ClickAsync();
        await visit.ShouldBeSound("my-day-today");
        var now = page.Locator(".timetable-part", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "Check in" }) });
        var title = await now.Locator("h2").InnerTextAsync();

        await using var office = await demo.VisitAsync(Device.Desktop);
        await office.SignInAsync("Trust PD lead");
        await office.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day", Exact = true }).First.ClickAsync();
        await office.ShouldBeSound("day-today");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "Attendance" }).First.ClickAsync();
        await office.ShouldBeSound("attendance");
        var code = await CodeAsync(office, title);
        var codeOfLeaders = await CodeAsync(office, "Governors and the headteacher's report");

        await now.GetByRole(AriaRole.Link, new() { Name = "Check in" }).ClickAsync();
        await visit.ShouldBeSound("check-in");
        await TypeAsync(page, codeOfLeaders);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You cannot come in here: it is for other role groups.");
        await visit.ShouldBeSound("check-in-refused");
        await page.GotoAsync("/check-in");
        // As it is read off a screen at the back of the room.
        await TypeAsync(page, $" {code.ToLowerInvariant()} ");
        await page.Locator("h1", new() { HasText = title }).WaitForAsync();
        await visit.ShouldBeSound("check-in-session");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You checked in at");
        await visit.ShouldBeSound("check-in-done");
        await page.GetByRole(AriaRole.Link, new() { Name = "My day: Trust training day" }).ClickAsync();
        await Assertions.Expect(page.Locator(".timetable-part", new() { HasText = title })).ToContainTextAsync("You were here: checked in at");

        // The browser reports an answer of "not found" as a fault, so the wrong code comes last.
        await page.GotoAsync("/check-in");
        await TypeAsync(page, "WRONG");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This is not the code of a session that you can check in to.");
    }

    /// <summary>How the PD lead finds a session of the slot that runs, and its code.</summary>
    private static async Task<string> CodeAsync(Visit office, string title)
    {
        var page = office.Page;
        await page.GetByLabel("Code, title or room").FillAsync(title);
        await page.GetByLabel("Code, title or room").PressAsync("Enter");
        await page.Locator("main tbody tr", new() { HasText = "Session 2" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.Locator("h1", new() { HasText = "Register" }).WaitForAsync();
        await office.ShouldBeSound("register-of-organiser");
        await page.GetByRole(AriaRole.Link, new() { Name = "Code to show" }).ClickAsync();
        var code = await page.Locator(".show-code-letters").InnerTextAsync();
        await office.ShouldBeSound("code");
        await page.GetByRole(AriaRole.Link, new() { Name = "Attendance", Exact = true }).First.ClickAsync();
        return code;
    }

    private static async Task TypeAsync(IPage page, string code)
    {
        await page.GetByLabel("Code of the session").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }
}
