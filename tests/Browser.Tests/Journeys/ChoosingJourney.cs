namespace Guildhall.Browser.Tests.Journeys;

/// <summary>A member of staff on their way from the catalogue to a saved list.</summary>
public sealed class ChoosingJourney
{
    [Theory, InlineData(Device.Phone), InlineData(Device.PhoneWithoutScript)]
    public async Task A_teaching_assistant_changes_their_list_and_finds_it_saved(Device device)
    {
        await using var demo = await Demo.StartAsync("collecting");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Teaching assistant: chooses workshops");
        await page.Locator("main a[href*='/training-days/choose/']").First.ClickAsync();
        await page.Locator("h1", new() { HasText = "Choose your workshops" }).WaitForAsync();
        await visit.ShouldBeSound("choose");

        // From an empty list to three wishes, the third of them then moved up.
        while (await page.Locator("#choices .wish-remove").CountAsync() > 0)
        {
            var before = await page.Locator("#choices .wish-remove").CountAsync();
            await page.Locator("#choices .wish-remove").First.ClickAsync();
            await Wishes(page, before - 1);
        }
        for (var wish = 1; wish <= 3; wish++)
        {
            await page.Locator("button[name=Add]:not([disabled]):visible").Nth(wish).ClickAsync();
            await Wishes(page, wish);
        }
        var third = await page.Locator("#choices .wish-title").Nth(2).InnerTextAsync();
        await page.Locator("#choices .wish").Nth(2).Locator(".wish-up").ClickAsync();
        await Assertions.Expect(page.Locator("#choices .wish-title").Nth(1)).ToHaveTextAsync(third);
        await Assertions.Expect(page.Locator(".choosing-count")).ToContainTextAsync("3 of 6 ranked.");
        await Assertions.Expect(page.Locator(".choosing-saved")).ToContainTextAsync("Saved");
        await visit.ShouldBeSound("choose-ranked");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#choices .wish-title").Nth(1)).ToHaveTextAsync(third);
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var demo = await Demo.StartAsync("collecting");
        await using var visit = await demo.VisitAsync(Device.Desktop);
        var page = visit.Page;
        await visit.SignInAsync("Site staff: chooses workshops");
        await page.Locator("main a[href*='/training-days/choose/']").First.ClickAsync();
        var before = await page.Locator("#choices .wish").CountAsync();
        await page.Locator("button[name=Add]:not([disabled]):visible").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Wishes(page, before + 1);
        await Assertions.Expect(page.Locator(".choosing-saved")).ToContainTextAsync("Saved");
        await page.Locator("#choices .wish-remove").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Wishes(page, before);
        await Assertions.Expect(page.Locator(".choosing-saved")).ToContainTextAsync("Saved");
    }

    private static Task Wishes(IPage page, int count) => Assertions.Expect(page.Locator("#choices .wish")).ToHaveCountAsync(count);
}
