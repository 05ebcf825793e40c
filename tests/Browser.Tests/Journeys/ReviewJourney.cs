namespace Guildhall.Browser.Tests.Journeys;

/// <summary>An offer on its way from the call to the board: a teacher hands it in, a reviewer reads it, the PD lead decides, sends and places it.</summary>
public sealed class ReviewJourney
{
    [Theory, InlineData(Device.Phone), InlineData(Device.PhoneWithoutScript)]
    public async Task An_offer_is_read_decided_on_and_placed(Device device)
    {
        await using var demo = await Demo.StartAsync("collecting");
        await using var office = await OpenedCall.StartAsync(demo);
        var desk = office.Page;
        var day = desk.Url.Split('/')[^1];
        await OfferAsync(demo);

        await desk.GotoAsync($"/training-days/reviews/reviewers/{day}?find=Begum");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Add Zainab Begum" }).ClickAsync();
        await desk.GotoAsync($"/training-days/reviews/reviewers/{day}?find=Andrews");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Add Linda Andrews" }).ClickAsync();
        await office.ShouldBeSound("reviewers");
        await desk.GotoAsync($"/training-days/step/{day}/close-call");
        await office.ShouldBeSound("close-call");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Close the call" }).ClickAsync();

        await ReadAsync(demo, device);

        await desk.GotoAsync($"/training-days/reviews/{day}");
        await office.ShouldBeSound("reviews");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Calm corridors" }).ClickAsync();
        await office.ShouldBeSound("decide");
        await desk.GetByLabel("Accept", new() { Exact = true }).CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await desk.GotoAsync($"/training-days/reviews/send/{day}");
        await office.ShouldBeSound("send-decisions");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send to 1 person" }).ClickAsync();
        await desk.GotoAsync($"/training-days/step/{day}/begin-programme");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Begin the programme" }).ClickAsync();
        await desk.GotoAsync($"/training-days/programme/board/{day}");
        await Assertions.Expect(desk.Locator(".tray")).ToContainTextAsync("W01 Calm corridors");
        await office.ShouldBeSound("board-tray");
    }

    private static async Task OfferAsync(RunningDemo demo)
    {
        await using var visit = await demo.VisitAsync(Device.PhoneWithoutScript);
        var page = visit.Page;
        await visit.SignInAsync("Teacher: chooses workshops");
        await page.GetByRole(AriaRole.Link, new() { Name = "Offer a workshop for Summer training day" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin an offer" }).ClickAsync();
        await page.Locator("[name='Input.Title']").FillAsync("Calm corridors");
        await page.Locator("[name='Input.Summary']").FillAsync("We walk the corridors together.");
        await page.Locator("[name='Input.Outcome']").FillAsync("greet a class at the door");
        await page.Locator("[name='Input.Priority']").FillAsync("Behaviour");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and hand in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Handed in.");
    }

    /// <summary>The reviewer, on a phone between two lessons.</summary>
    private static async Task ReadAsync(RunningDemo demo, Device device)
    {
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("School PD lead: follows their school");
        await page.GotoAsync("/training-days/reviews/mine");
        await visit.ShouldBeSound("reviews-mine");
        await page.GetByRole(AriaRole.Link, new() { Name = "Calm corridors" }).ClickAsync();
        await visit.ShouldBeSound("review");
        foreach (var criterion in await page.Locator(".points").AllAsync())
            await criterion.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.GetByLabel("For those who offer it").FillAsync("Bring the door plan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("Handed in.");
    }
}
