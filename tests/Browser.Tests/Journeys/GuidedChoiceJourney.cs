namespace Guildhall.Browser.Tests.Journeys;

/// <summary>A PD lead suggests, and somebody chooses for themselves.</summary>
public sealed class GuidedChoiceJourney
{
    private const string Reason = "For our work on Year 7 this spring";

    [Fact]
    public async Task A_suggestion_stands_further_up_with_its_reason_and_reasons_can_be_left_out()
    {
        const Device device = Device.Phone;
        const string workshop = "Geography fieldwork on a small budget";
        var demo = await Demo.SharedAsync("collecting");
        await using var office = await demo.VisitAsync(device);
        await SuggestAsync(office, workshop);

        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsAsync("Tara Taylor");
        await page.Locator("main a[href*='/training-days/choose/']").First.ClickAsync();
        var card = page.Locator(".workshop", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = workshop, Exact = true }) });
        await Assertions.Expect(card.Locator(".workshop-fit")).ToContainTextAsync(Reason);
        var place = await PlaceAsync(page, workshop);
        await visit.ShouldBeSound("choose-guided");

        await page.GetByRole(AriaRole.Link, new() { Name = "Leave out the reasons" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the reasons" }).WaitForAsync();
        await Assertions.Expect(page.Locator(".workshop-fit")).ToHaveCountAsync(0);
        (await PlaceAsync(page, workshop)).ShouldBe(place);
        await page.GetByRole(AriaRole.Link, new() { Name = "go from A to Z" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Put what fits you first" }).WaitForAsync();
        var titles = await page.Locator(".workshops").First.Locator("h4").AllInnerTextsAsync();
        titles.ShouldBe(titles.Order(StringComparer.OrdinalIgnoreCase));
        (await PlaceAsync(page, workshop)).ShouldBeGreaterThan(place);
        await visit.ShouldBeSound("choose-a-to-z");

        // The order is remembered.
        await page.GotoAsync(page.Url.Split('?')[0]);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Put what fits you first" })).ToBeVisibleAsync();
    }

    private static async Task SuggestAsync(Visit office, string workshop)
    {
        var page = office.Page;
        await office.SignInAsync("School PD lead");
        await page.GetByRole(AriaRole.Link, new() { Name = "Trust training day: who has not chosen" }).ClickAsync();
        await office.ShouldBeSound("who-has-not-chosen-of-school");
        await page.GetByRole(AriaRole.Link, new() { Name = "Suggest workshops" }).ClickAsync();
        await page.GetByLabel("Code or title").FillAsync(workshop);
        await page.GetByLabel("Code or title").PressAsync("Enter");
        await office.ShouldBeSound("suggestions");
        await page.Locator("main a", new() { HasText = $"Suggest: {workshop}" }).ClickAsync();
        await page.GetByLabel("To whom of them").SelectOptionAsync(new SelectOptionValue { Label = "Teachers" });
        await page.GetByLabel("Why").FillAsync(Reason);
        await office.ShouldBeSound("suggest-workshop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Suggest it" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync($"Suggested to teachers at Greenbank High School: “{workshop}”.");
    }

    private static async Task<int> PlaceAsync(IPage page, string workshop) =>
        (await page.Locator(".workshops h4").AllInnerTextsAsync()).Index().First(card => card.Item == workshop).Index;
}
