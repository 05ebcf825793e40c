namespace Guildhall.Browser.Tests.Journeys;

/// <summary>In the break after a session, on the phone.</summary>
public sealed class FeedbackJourney
{
    [Fact]
    public async Task Somebody_says_how_a_session_was_and_cannot_say_so_twice()
    {
        const Device device = Device.PhoneWithoutScript;
        const string who = "School PD lead";
        await using var visit = await (await Demo.SharedAsync("today")).VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync(who);
        await page.GetByRole(AriaRole.Link, new() { Name = "See your day" }).ClickAsync();
        // Asked is the session that is over, not the one that runs.
        var asked = page.Locator(".waiting .ways li");
        await Assertions.Expect(asked).ToHaveCountAsync(1);
        await visit.ShouldBeSound("my-day-asked");
        var title = await asked.GetByRole(AriaRole.Link).InnerTextAsync();
        await asked.GetByRole(AriaRole.Link).ClickAsync();
        var form = page.Url;
        await visit.ShouldBeSound("feedback");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Answer at least one question");
        await visit.ShouldBeSound("feedback-empty");

        // Six presses and a line are all that is asked for.
        foreach (var statement in await page.Locator("main fieldset .points").AllAsync())
            await statement.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.Locator("[name='Input.Useful']").FillAsync("Somebody from another school with the same boiler.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync($"Thank you. Your answers on “{title}” are in.");
        await Assertions.Expect(asked).ToContainTextAsync("You have answered");
        await Assertions.Expect(asked.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await visit.ShouldBeSound("my-day-answered");

        await page.GotoAsync(form);
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync($"You have answered on “{title}”.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" })).ToHaveCountAsync(0);
    }
}
