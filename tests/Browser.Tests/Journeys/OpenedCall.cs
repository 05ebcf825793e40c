using System.Globalization;

namespace Guildhall.Browser.Tests.Journeys;

/// <summary>How journeys about offers begin.</summary>
internal static class OpenedCall
{
    /// <summary>The trust's PD lead makes a day and opens its call; what comes back stands on the list of offers.</summary>
    public static async Task<Visit> StartAsync(RunningDemo demo)
    {
        var visit = await demo.VisitAsync(Device.Desktop);
        var page = visit.Page;
        await visit.SignInAsync("Trust PD lead");
        await page.GotoAsync("/training-days/new");
        await page.Locator("select[name=OrganisationId]").SelectOptionAsync(new SelectOptionValue { Label = "Two Rivers Learning Trust" });
        await page.GetByLabel("Name of the day").FillAsync("Summer training day");
        await page.GetByLabel("Date").FillAsync(DateTime.Today.AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the day" }).ClickAsync();
        await page.WaitForURLAsync("**/training-days/day/*");
        var day = page.Url.Split('/')[^1];
        await page.GotoAsync($"/training-days/calls/edit/{day}");
        await page.GetByLabel("Brief").FillAsync("What helps on Monday? An hour each, for colleagues of all 14 schools.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GotoAsync($"/training-days/calls/topic/{day}");
        await page.Locator("[name='Input.Name']").FillAsync("Behaviour in corridors");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await page.GotoAsync($"/training-days/calls/open/{day}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the call" }).ClickAsync();
        await page.GotoAsync($"/training-days/offers/{day}");
        await visit.ShouldBeSound("offers-none");
        return visit;
    }
}
