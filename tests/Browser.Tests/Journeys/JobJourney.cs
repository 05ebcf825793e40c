namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Work that takes longer than a page may: one sees how far it is, and stops it.</summary>
public sealed class JobJourney
{
    [Theory, InlineData(Device.Phone), InlineData(Device.PhoneWithoutScript)]
    public async Task A_lead_watches_a_run_and_stops_it(Device device)
    {
        await using var demo = await Demo.StartAsync("chosen");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Trust PD lead");
        await page.GotoAsync("/training-days");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Give places" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Find places" }).ClickAsync();
        await page.Locator("#job").WaitForAsync();
        var stop = page.GetByRole(AriaRole.Button, new() { Name = "Stop this" });
        if (device == Device.PhoneWithoutScript)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "See how far it is" }).ClickAsync();
            await stop.ClickAsync();
        }
        else
        {
            // The page is asked anew each second, and whoever is about to press Enter stays where they are.
            await stop.FocusAsync();
            await page.EvaluateAsync("() => document.getElementById('job').dataset.before = 'yes'");
            await page.WaitForFunctionAsync("() => !document.getElementById('job').dataset.before");
            await Assertions.Expect(stop).ToBeFocusedAsync();
            (await page.Locator("#job progress").GetAttributeAsync("value")).ShouldNotBeNull();
            await page.Keyboard.PressAsync("Enter");
        }
        var words = page.Locator("#job-words");
        for (var second = 0; second < 30 && await words.TextContentAsync() != "Cancelled. Nothing was changed."; second++)
        {
            await Task.Delay(1000);
            if (device == Device.PhoneWithoutScript)
                await page.ReloadAsync();
        }
        await Assertions.Expect(words).ToHaveTextAsync("Cancelled. Nothing was changed.");
        await Assertions.Expect(stop).ToHaveCountAsync(0);
        await visit.ShouldBeSound("job-cancelled");

        await page.GetByRole(AriaRole.Link, new() { Name = "Go back" }).ClickAsync();
        await visit.ShouldBeSound("job-cancelled-back");
    }
}
