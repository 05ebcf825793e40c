namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Somebody who uses no mouse.</summary>
public sealed class KeyboardJourney
{
    [Fact]
    public async Task They_skip_to_the_content_and_see_where_they_are_at_every_stop()
    {
        await using var visit = await (await Demo.SharedAsync("collecting")).VisitAsync(Device.Desktop);
        await visit.SignInAsync("Trust PD lead");
        await visit.Page.GotoAsync("/training-days");
        List<string> bare = [];
        for (var stop = 0; stop < 12; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) < 2"))
                bare.Add(await visit.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML"));
        }
        bare.ShouldBeEmpty();

        await visit.Page.GotoAsync("/training-days");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
    }
}
