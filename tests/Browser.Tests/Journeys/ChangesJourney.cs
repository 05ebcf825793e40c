using System.Text.RegularExpressions;

namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Between publication and the day: places change hands, and nobody has to ask the organiser.</summary>
public sealed partial class ChangesJourney
{
    [Fact]
    public async Task Two_people_swap()
    {
        const Device device = Device.Phone;
        const string workshop = "Maths mastery";
        var demo = await Demo.SharedAsync("published");
        await using var office = await OfficeAsync(demo);
        var (giver, given) = await SomebodyInAsync(office, workshop, "Session 2");
        await using var one = await demo.VisitAsync(device);
        await one.SignInAsAsync(giver);
        await ChangeAsync(one, "Session 2");
        await one.ShouldBeSound("change");
        var wanted = one.Page.Locator("main tbody tr", new() { HasTextRegex = RunsOnce() })
            .Filter(new() { Has = one.Page.GetByRole(AriaRole.Button, new() { Name = "Offer to swap" }) }).First;
        var title = await wanted.GetByRole(AriaRole.Rowheader).InnerTextAsync();
        await wanted.GetByRole(AriaRole.Button, new() { Name = "Offer to swap" }).ClickAsync();
        await Assertions.Expect(one.Page.Locator("main .notice").First).ToContainTextAsync($"You offer your place in “{given}” for one in “{title}”.");
        await one.ShouldBeSound("change-offered");

        var (taker, _) = await SomebodyInAsync(office, title, "Session 2");
        await using var other = await demo.VisitAsync(device);
        await other.SignInAsAsync(taker);
        await ChangeAsync(other, "Session 2");
        await other.ShouldBeSound("change-asked");
        await other.Page.Locator("main a", new() { HasText = $"Answer: {given}" }).ClickAsync();
        await other.ShouldBeSound("swap");
        (await other.Page.Locator("main").InnerTextAsync()).ShouldNotContain(giver);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Swap", Exact = true }).ClickAsync();
        await Assertions.Expect(other.Page.Locator("main .notice").First).ToContainTextAsync($"You have swapped: you have a place in “{given}” now.");
        await Assertions.Expect(Part(other, given)).ToContainTextAsync("You swapped places with somebody for this one");
        await other.ShouldBeSound("my-day-swapped");

        await one.Page.GotoAsync(one.Page.Url.Replace("/changes/slot/", "/my-day/", StringComparison.Ordinal)[..^37]);
        await Assertions.Expect(Part(one, title)).ToContainTextAsync("You swapped places with somebody for this one");
    }

    [Fact]
    public async Task Somebody_waits_for_a_full_session_and_moves_up_when_a_place_is_given_back()
    {
        const Device device = Device.Desktop;
        const string who = "Teacher: chooses";
        var demo = await Demo.SharedAsync("published");
        await using var visit = await demo.VisitAsync(device);
        await visit.SignInAsync(who);
        await ChangeAsync(visit, "Session 3");
        var full = visit.Page.Locator("main tbody tr", new() { HasText = "Nobody" }).Last;
        var title = await full.GetByRole(AriaRole.Rowheader).InnerTextAsync();
        await full.GetByRole(AriaRole.Button, new() { Name = "Wait for a seat" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main .notice").First).ToContainTextAsync($"You are on the waiting list of “{title}”.");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to my day" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync($"You are waiting for “{title}”: 1st of 1 on the list.");
        await visit.ShouldBeSound("my-day-waiting");

        await using var office = await OfficeAsync(demo);
        var (holder, _) = await SomebodyInAsync(office, title, "Session 3");
        await using var other = await demo.VisitAsync(device);
        await other.SignInAsAsync(holder);
        await ChangeAsync(other, "Session 3");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Give this place back" }).ClickAsync();
        await other.ShouldBeSound("give-back");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Give it back" }).ClickAsync();
        await Assertions.Expect(other.Page.Locator("main .notice").First).ToContainTextAsync($"You gave back your place in “{title}”.");

        await visit.Page.ReloadAsync();
        await Assertions.Expect(Part(visit, title)).ToContainTextAsync("You got this place from the waiting list");
        await visit.Page.GetByText("What was I given at first, and why?").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Your places have changed since then.");
        await visit.ShouldBeSound("my-day-moved-up");
    }

    [Fact]
    public async Task A_new_colleague_is_given_the_best_that_is_left()
    {
        var demo = await Demo.SharedAsync("published");
        await using (var administrator = await demo.VisitAsync(Device.Desktop))
        {
            var directory = administrator.Page;
            await administrator.SignInAsync("Administrator");
            await directory.GotoAsync("/directory?find=Kingsmead");
            await directory.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Kingsmead Primary" }).First.ClickAsync();
            await directory.GotoAsync(directory.Url.Replace("/organisation/", "/add-person/", StringComparison.Ordinal));
            await directory.Locator("[name='Who.GivenName']").FillAsync("Ola");
            await directory.Locator("[name='Who.FamilyName']").FillAsync("Nowak");
            await directory.Locator("[name='Who.Email']").FillAsync("ola.nowak@two-rivers.example");
            await directory.GetByLabel("Role group").SelectOptionAsync("Teacher");
            await administrator.ShouldBeSound("add-person");
            await directory.GetByRole(AriaRole.Button, new() { Name = "Add the person" }).ClickAsync();
            await Assertions.Expect(directory.Locator("h1")).ToHaveTextAsync("Ola Nowak");
        }
        await using var office = await OfficeAsync(demo);
        var page = office.Page;
        var changes = page.Url;
        await page.GotoAsync(changes.Replace("/changes/", "/invite/person/", StringComparison.Ordinal));
        await page.GetByLabel("Part of the name").FillAsync("Nowak");
        await page.GetByLabel("Part of the name").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite Ola Nowak" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 person has been invited since places were given out.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Give places to late starters" }).ClickAsync();
        var row = page.Locator("main tbody tr", new() { HasText = "Ola Nowak" });
        await Assertions.Expect(row).ToContainTextAsync("(has not chosen)");
        await office.ShouldBeSound("late-starters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give 1 person these places" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice").First).ToContainTextAsync("1 person has been given places, and is told by email.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Everybody who is invited has been given places.");
        await page.GotoAsync(changes);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Give places to late starters" })).ToHaveCountAsync(0);
    }

    /// <summary>The PD lead, at the free seats and waiting lists.</summary>
    private static async Task<Visit> OfficeAsync(RunningDemo demo)
    {
        var office = await demo.VisitAsync(Device.Desktop);
        await office.SignInAsync("Trust PD lead");
        await office.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Trust training day", Exact = true }).First.ClickAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "Lists and registers" }).First.ClickAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "Free seats and waiting lists" }).ClickAsync();
        return office;
    }

    /// <summary>Somebody who has a place in a session, and its title.</summary>
    private static async Task<(string Name, string Title)> SomebodyInAsync(Visit office, string workshop, string slot)
    {
        var page = office.Page;
        await page.GetByLabel("Code or title").FillAsync(workshop);
        await page.GetByLabel("Code or title").PressAsync("Enter");
        var link = page.Locator("main tbody tr", new() { HasText = slot }).GetByRole(AriaRole.Link, new() { Name = workshop });
        var title = (await link.InnerTextAsync())[4..];
        await link.ClickAsync();
        await page.Locator("caption", new() { HasText = "People in the session" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var name = await page.Locator("main tbody th").FirstOwnAsync();
        await page.GoBackAsync();
        return (name, title);
    }

    private static async Task ChangeAsync(Visit visit, string slot)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "See your day" }).ClickAsync();
        await visit.Page.Locator("main a", new() { HasText = $"Change: {slot}" }).ClickAsync();
        await visit.Page.Locator("h1", new() { HasText = "Change" }).WaitForAsync();
    }

    private static ILocator Part(Visit visit, string title) => visit.Page.Locator(".timetable-part", new() { HasText = title });

    /// <summary>Workshops of the second slot that run once: nobody who has one of them has another for the same time elsewhere.</summary>
    [GeneratedRegex("ADHD|Closing the gap|Computing|Languages|Phonics|Whole-class reading|Workload", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunsOnce();
}
