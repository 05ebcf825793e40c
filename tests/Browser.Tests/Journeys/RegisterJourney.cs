namespace Guildhall.Browser.Tests.Journeys;

/// <summary>A presenter keeps the register of a session that runs, and somebody comes in who was to be elsewhere.</summary>
public sealed class RegisterJourney
{
    private const string Unrecorded = "main .keep li:not(:has(button[aria-pressed=true]))";

    [Fact]
    public async Task A_presenter_marks_who_is_there_and_somebody_without_a_place_comes_in()
    {
        const Device device = Device.Desktop;
        const string presenter = "Amanda Adams";
        const string family = "Warren";
        var demo = await Demo.SharedAsync("today");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsAsync(presenter);
        await page.GetByRole(AriaRole.Link, new() { Name = "See your day" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Code to show" }).ClickAsync();
        await visit.ShouldBeSound("code-of-presenter");
        var code = await page.Locator(".show-code-letters").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Register", Exact = true }).First.ClickAsync();
        await page.Locator("h1", new() { HasText = "Register" }).WaitForAsync();
        await visit.ShouldBeSound("register");

        var missing = page.Locator(Unrecorded).First;
        var absent = await missing.Locator("strong").InnerTextAsync();
        await missing.GetByRole(AriaRole.Button, new() { Name = "Absent" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync($"{absent}: absent.");
        await Assertions.Expect(Line(page, absent).Locator("button[aria-pressed=true]")).ToContainTextAsync("Absent");
        await page.GetByRole(AriaRole.Button, new() { Name = "are present" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("recorded as present.");
        await Assertions.Expect(page.Locator(Unrecorded)).ToHaveCountAsync(0);
        await visit.ShouldBeSound("register-kept");

        await page.GetByLabel("Name of somebody who is invited to the day").FillAsync(family);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        var found = page.Locator("#add .keep li", new() { HasText = "Has a place in" }).First;
        await visit.ShouldBeSound("register-find");
        var walkIn = await found.Locator("strong").InnerTextAsync();

        await using var phone = await demo.VisitAsync(Device.Phone);
        await phone.SignInAsAsync(walkIn);
        await phone.Page.GotoAsync("/check-in");
        await phone.Page.GetByLabel("Code of the session").FillAsync(code);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("There is a free seat here, so you can come in. You then give up the other place.");
        await phone.ShouldBeSound("check-in-walk-in");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Come here and check in" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("You checked in at");

        await page.GotoAsync(page.Url.Split('?')[0]);
        await Assertions.Expect(Line(page, walkIn)).ToContainTextAsync("Walk-in at");
        await visit.ShouldBeSound("register-walk-in");
    }

    private static ILocator Line(IPage page, string name) => page.Locator("main .keep li", new() { HasText = name });
}
