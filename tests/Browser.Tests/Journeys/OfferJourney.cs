namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Workshops are offered: by a volunteer on the way home, and by a speaker who has nothing but a link.</summary>
public sealed class OfferJourney
{
    private const string SignedOut = "Not saved: you have been signed out.";

    [Fact]
    public async Task A_volunteer_is_signed_out_while_typing_loses_nothing_and_hands_in()
    {
        await using var demo = await Demo.StartAsync("collecting");
        await OpenedCall.StartAsync(demo);
        await using var visit = await demo.VisitAsync(Device.Phone);
        var page = visit.Page;
        await BeginAsync(visit);
        await page.Locator("[name='Input.Title']").FillAsync("Calm corridors");
        await Saved(page);
        await page.GetByLabel("I show it, live or on film").CheckAsync();
        await Assertions.Expect(page.Locator("#balance")).ToHaveTextAsync(
            "Balanced design: you have one of the four groups; missing: build knowledge, motivate staff, embed practice.");
        await page.GetByLabel("People plan when and where they will do it").CheckAsync();
        await Assertions.Expect(page.Locator("#balance")).ToHaveTextAsync("Balanced design: you have two of the four groups; missing: build knowledge, motivate staff.");
        await Saved(page);
        await visit.ShouldBeSound("offer-writing");

        // Signed out in the middle of a sentence. Another tab signs in, and this one goes on.
        await page.Context.ClearCookiesAsync(new() { Name = "guildhall" });
        await page.Locator("[name='Input.Summary']").FillAsync("We walk the corridors together.");
        await Assertions.Expect(page.Locator(".autosave-out")).ToContainTextAsync(SignedOut);
        await page.Locator("[name='Input.Outcome']").FillAsync("greet a class at the door");
        await visit.ShouldBeSound("offer-signed-out");
        var tab = await page.Context.NewPageAsync();
        await SignInAgainAsync(tab);
        await tab.CloseAsync();
        await page.Locator("[name='Input.Priority']").FillAsync("Behaviour");
        await Saved(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='Input.Summary']")).ToHaveValueAsync("We walk the corridors together.");
        await Assertions.Expect(page.Locator("[name='Input.Outcome']")).ToHaveValueAsync("greet a class at the door");

        // Signed out again, and the page is closed: what was typed is there when it is opened the next time.
        await page.Context.ClearCookiesAsync(new() { Name = "guildhall" });
        await page.Locator("[name='Input.RoomNeeds']").FillAsync("A long corridor");
        await Assertions.Expect(page.Locator(".autosave-out")).ToContainTextAsync(SignedOut);
        var form = page.Url;
        await SignInAgainAsync(page);
        await page.GotoAsync(form);
        await Assertions.Expect(page.Locator("[name='Input.RoomNeeds']")).ToHaveValueAsync("A long corridor");
        await Assertions.Expect(page.Locator(".autosave-state")).ToContainTextAsync("with what you had typed here before");

        // The button saves what was typed a moment ago, too.
        await page.Locator("[name='Input.Evidence']").FillAsync("Two classes in spring");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and hand in" }).ClickAsync();
        await page.Locator("h1", new() { HasText = "Hand in “Calm corridors”?" }).WaitForAsync();
        await visit.ShouldBeSound("offer-hand-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Two classes in spring");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("A long corridor");
        await visit.ShouldBeSound("offer-show");
        await page.GotoAsync("/training-days/offers/mine");
        await visit.ShouldBeSound("offers-mine");

        // Without a network nothing is lost either, and it goes on by itself. The browser reports the failure, so this comes last.
        await page.GotoAsync(form.Replace("/edit/", "/show/", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back as a draft" }).ClickAsync();
        await page.WaitForURLAsync("**/offers/edit/*");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("[name='Input.Title']").FillAsync("Calmer corridors");
        await Assertions.Expect(page.Locator(".autosave-state")).ToContainTextAsync("no connection");
        await page.Context.SetOfflineAsync(false);
        await Saved(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='Input.Title']")).ToHaveValueAsync("Calmer corridors");
    }

    [Fact]
    public async Task So_does_one_whose_phone_runs_no_script()
    {
        await using var demo = await Demo.StartAsync("collecting");
        await OpenedCall.StartAsync(demo);
        await using var visit = await demo.VisitAsync(Device.PhoneWithoutScript);
        var page = visit.Page;
        await BeginAsync(visit);
        await page.Locator("[name='Input.Title']").FillAsync("Calm corridors");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and hand in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Say what happens in it" }).ClickAsync();
        await page.Locator("[name='Input.Summary']").FillAsync("We walk the corridors together.");
        await page.Locator("[name='Input.Outcome']").FillAsync("greet a class at the door");
        await page.Locator("[name='Input.Priority']").FillAsync("Behaviour");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".autosave-state")).ToContainTextAsync("Saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and hand in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Handed in.");
        await visit.ShouldBeSound("offer-show");
    }

    [Fact]
    public async Task A_speaker_from_outside_comes_by_a_link_and_the_organiser_reads_the_offer()
    {
        await using var demo = await Demo.StartAsync("collecting");
        await using var office = await OpenedCall.StartAsync(demo);
        var desk = office.Page;
        var list = desk.Url;
        await desk.GetByRole(AriaRole.Link, new() { Name = "Invite a speaker from outside" }).ClickAsync();
        await desk.GetByLabel("Name").FillAsync("Ada Vane");
        await desk.GetByLabel("Email address").FillAsync("ada.vane@university.example");
        await desk.GetByLabel("Where they work").FillAsync("Northern University");
        await office.ShouldBeSound("offers-invite");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Invited, no answer yet");

        await using var visit = await demo.VisitAsync(Device.Desktop);
        var page = visit.Page;
        await page.GotoAsync(await demo.LinkInMailAsync("/training-days/offers/link/"));
        await visit.ShouldBeSound("offer-by-link");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, I present it" }).ClickAsync();
        await page.Locator("[name='Input.Title']").FillAsync("What memory can carry");
        await page.Locator("[name='Input.Summary']").FillAsync("A talk, then tasks of your own.");
        await page.Locator("[name='Input.Outcome']").FillAsync("plan a lesson in small steps");
        await page.Locator("[name='Input.Priority']").FillAsync("Curriculum");
        await Saved(page);
        await visit.ShouldBeSound("offer-writing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save, and ask somebody to present with you" }).ClickAsync();
        await visit.ShouldBeSound("offer-presenters-by-link");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the offer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save, and add files" }).ClickAsync();
        await visit.ShouldBeSound("offer-files");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the offer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and hand in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Handed in.");

        await desk.GotoAsync(list);
        await Assertions.Expect(desk.Locator("table")).ToContainTextAsync("Northern University");
        await office.ShouldBeSound("offers");
        await desk.GetByRole(AriaRole.Link, new() { Name = "What memory can carry" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("A talk, then tasks of your own.");
        await office.ShouldBeSound("offer-for-organisers");
    }

    private static async Task BeginAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("Teacher: chooses workshops");
        await visit.ShouldBeSound("home-call");
        await page.GetByRole(AriaRole.Link, new() { Name = "Offer a workshop for Summer training day" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("What helps on Monday?");
        await visit.ShouldBeSound("offer-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin an offer" }).ClickAsync();
        await page.Locator("[name='Input.Title']").WaitForAsync();
        await visit.ShouldBeSound("offer-begun");
    }

    private static async Task SignInAgainAsync(IPage page)
    {
        await page.GotoAsync("/sign-in?next=/training-days/offers/mine");
        await page.Locator("button[name=email]", new() { HasText = "Teacher: chooses workshops" }).First.ClickAsync();
        await page.Locator("h1", new() { HasText = "My offers" }).WaitForAsync();
    }

    /// <summary>Waits until nothing that was typed is only on this device.</summary>
    private static async Task Saved(IPage page)
    {
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some((key) => key.startsWith('guildhall-typed-'))");
        await Assertions.Expect(page.Locator(".autosave-state")).ToContainTextAsync("Saved");
    }
}
