namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Offers are read by people of other schools, decided on quietly, and told together.</summary>
public sealed class ReviewJourney
{
    [Fact]
    public async Task A_head_reads_an_offer_and_puts_back_one_that_is_too_close()
    {
        const Device device = Device.PhoneWithoutScript;
        var demo = await Demo.SharedAsync("review");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Head of a school");
        await visit.ShouldBeSound("home-reviewer");
        await page.Locator(".waiting", new() { HasText = "for your review" }).GetByRole(AriaRole.Link).ClickAsync();
        await visit.ShouldBeSound("reviews-mine");
        var unread = page.Locator("main tbody tr", new() { HasText = "To read" });
        var count = await unread.CountAsync();
        count.ShouldBeGreaterThan(2);
        var title = await unread.First.GetByRole(AriaRole.Link).InnerTextAsync();
        await unread.First.GetByRole(AriaRole.Link).ClickAsync();
        await visit.ShouldBeSound("review");

        // Handed in without points it is kept as it is, and says which are missing.
        await page.Locator("[name='Input.SharedComment']").FillAsync("Bring the door plan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("or keep the review for later");
        await visit.ShouldBeSound("review-errors");
        foreach (var criterion in await page.Locator(".points").AllAsync())
            await criterion.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.Locator("[name='Input.PrivateComment']").FillAsync("Pair it with the one on attendance.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("Handed in.");
        await Assertions.Expect(unread).ToHaveCountAsync(count - 1);
        await visit.ShouldBeSound("reviews-mine-read");

        var close = await unread.First.GetByRole(AriaRole.Link).InnerTextAsync();
        await unread.First.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("Put back. Somebody else reads it.");
        await Assertions.Expect(unread).ToHaveCountAsync(count - 2);
        await Assertions.Expect(page.Locator("main tbody")).Not.ToContainTextAsync(close);

        await using var office = await demo.VisitAsync(Device.Desktop);
        await OpenAsync(office);
        await FindAsync(office.Page, title);
        await office.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("Bring the door plan.");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("Pair it with the one on attendance.");
    }

    [Fact]
    public async Task The_PD_lead_accepts_and_declines_reads_the_mails_and_sends_them()
    {
        var demo = await Demo.SharedAsync("review");
        await using var office = await demo.VisitAsync(Device.Desktop);
        var page = office.Page;
        await OpenAsync(office);
        await office.ShouldBeSound("reviews");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reviewers (" }).ClickAsync();
        await office.ShouldBeSound("reviewers");
        await page.GoBackAsync();

        // From the end of the alphabet: the head, in the other journey, begins at A.
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Offer" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync("**sort=-title**");
        var rows = page.Locator("main tbody tr");
        var accepted = await rows.Nth(0).GetByRole(AriaRole.Link).InnerTextAsync();
        var declined = await rows.Nth(1).GetByRole(AriaRole.Link).InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = accepted }).ClickAsync();
        await office.ShouldBeSound("decide");
        await page.GetByLabel("Accept", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync($"Saved: “{accepted}”, accept");

        await FindAsync(page, declined);
        await page.GetByRole(AriaRole.Link, new() { Name = declined }).ClickAsync();
        await page.GetByLabel("Decline", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("say why, or what you ask them to change");
        await office.ShouldBeSound("decide-errors");
        await page.Locator("[name='Input.Reason']").FillAsync("Two others are on the same subject, and had more to try out.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Send 2 decisions" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("It is fairer to send all decisions together.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Two others are on the same subject, and had more to try out.");
        await office.ShouldBeSound("send-decisions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send to" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("2 decisions are sent to");
        await office.ShouldBeSound("reviews-sent");
        (await demo.LinkInMailAsync("Two others are on the same subject")).ShouldNotBeEmpty();
        await FindAsync(page, declined);
        await page.GetByRole(AriaRole.Link, new() { Name = declined }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the decision" })).ToHaveCountAsync(0);
    }

    private static async Task OpenAsync(Visit office)
    {
        await office.SignInAsync("Trust PD lead");
        await office.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day", Exact = true }).First.ClickAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "Read and decide" }).ClickAsync();
    }

    private static async Task FindAsync(IPage page, string title)
    {
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Title").PressAsync("Enter");
    }
}
