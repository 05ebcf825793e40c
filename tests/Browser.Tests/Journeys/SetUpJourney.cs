namespace Guildhall.Browser.Tests.Journeys;

/// <summary>The first visitor of an empty installation makes the first organisation, adds a school of the register and begins a day.</summary>
public sealed class SetUpJourney
{
    private const string Passphrase = "seven quiet otters by the weir";

    [Theory, InlineData(Device.Phone), InlineData(Device.PhoneWithoutScript)]
    public async Task From_nothing_to_a_first_school_and_a_first_day(Device device)
    {
        await using var demo = await Demo.StartEmptyAsync();
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await page.GotoAsync("/");
        page.Url.ShouldContain("/set-up");
        await visit.ShouldBeSound("set-up");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up Guildhall" }).ClickAsync();
        await visit.ShouldBeSound("set-up-errors");

        await page.Locator("[name='Input.Code']").FillAsync(demo.SetUpCode);
        await page.GetByLabel("Trust", new() { Exact = true }).CheckAsync();
        await page.Locator("[name='Input.Organisation']").FillAsync("Becksides Trust");
        await page.Locator("[name='Input.GivenName']").FillAsync("Ada");
        await page.Locator("[name='Input.FamilyName']").FillAsync("Okoro");
        await page.Locator("[name='Input.Email']").FillAsync("ada@becksides.example");
        await page.Locator("[name='Input.Passphrase']").FillAsync(Passphrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up Guildhall" }).ClickAsync();
        await page.GotoAsync("/");
        await visit.ShouldBeSound("home-first");

        await page.GotoAsync("/directory/register?find=guildford");
        await visit.ShouldBeSound("register");
        (await page.Locator("main tbody tr").CountAsync()).ShouldBeGreaterThan(3);

        await page.GotoAsync("/training-days/new");
        await visit.ShouldBeSound("day-new");
        await page.Locator("[name='Input.Name']").FillAsync("Our first day");
        await page.Locator("[name='Input.Date']").FillAsync("2027-03-05");
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Our first day");
        await visit.ShouldBeSound("day-first");
        (await page.GotoAsync("/set-up"))!.Status.ShouldBe(404);
    }
}
