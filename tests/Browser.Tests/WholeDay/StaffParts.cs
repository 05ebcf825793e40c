using Guildhall.Web.Features.Directory;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>Somebody who reads offers of other schools.</summary>
internal sealed class ReviewerPart(IBrowsing reviewer)
{
    public async Task ReadsAsync()
    {
        await reviewer.OpenAsync("/");
        await reviewer.ShouldSayAsync("4 offers wait for your review");
        await reviewer.FollowAsync("Read them");
        for (var left = 4; left > 0; left--)
        {
            await reviewer.FollowAsync("", within: "To read");
            foreach (var criterion in new[] { "Useful soon", "Fits a need", "Rests on evidence", "Well made" })
                await reviewer.TickAsync("3", within: criterion);
            await reviewer.FillAsync("For those who offer it", "Bring the door plan.");
            await reviewer.PressAsync("Hand in");
            await reviewer.ShouldSayAsync("Handed in.");
        }
        await reviewer.ShouldSayAsync("4 of 4 read");
    }

    public async Task ChoosesAsync()
    {
        await reviewer.OpenAsync("/");
        await reviewer.FollowAsync("Choose");
        await reviewer.PressHereAsync($"Add as 1st wish: {SpeakerPart.Title}", "1 of 6 ranked.");
        await reviewer.PressHereAsync($"Add as 2nd wish: {VolunteerPart.Title}", "2 of 6 ranked.");
        await reviewer.ShouldSayAsync("Saved");
    }

    public async Task TakesTheirCertificateAsync()
    {
        await reviewer.OpenAsync("/");
        await reviewer.FollowAsync(Scene.Name);
        await reviewer.FollowAsync("My certificate");
        await reviewer.ShouldSayAsync("of professional development");
        (await reviewer.DownloadAsync("PDF")).ShouldBe("%PDF"u8.ToArray());
    }
}

/// <summary>A teaching assistant, who would like something and gets it.</summary>
internal sealed class AssistantPart(Scene scene)
{
    private IBrowsing Assistant => scene.Assistant;

    public async Task GivesAStarAsync()
    {
        await Assistant.OpenAsync("/");
        await Assistant.FollowAsync("Give stars");
        await Assistant.PressHereAsync($"Give a star: {VolunteerPart.Title}", "1 star given.");
    }

    public async Task ChoosesAsync(string third)
    {
        await Assistant.OpenAsync("/");
        await Assistant.FollowAsync("Choose");
        await Assistant.PressHereAsync($"Add as 1st wish: {third}", "1 of 6 ranked.");
        await Assistant.PressHereAsync($"Add as 2nd wish: {SpeakerPart.Title}", "2 of 6 ranked.");
        await Assistant.ShouldSayAsync("Saved");
    }

    /// <summary>Reads their day and thinks better of the first session.</summary>
    public async Task ChangesAsync(string third)
    {
        await Assistant.OpenAsync("/");
        await Assistant.FollowAsync("See your day");
        await Assistant.ShouldSayAsync(third);
        await Assistant.FollowAsync("Change: Session 1");
        await Assistant.FollowAsync("Change to this", within: VolunteerPart.Title);
        await Assistant.PressAsync("Change my place");
        await Assistant.ShouldSayAsync(VolunteerPart.Title);
    }

    public async Task ChecksInAsync(string code)
    {
        await Assistant.OpenAsync("/");
        await Assistant.FollowAsync("See your day");
        await Assistant.FollowAsync("Check in");
        await Assistant.FillAsync("Code of the session", code);
        await Assistant.PressAsync("Go on");
        await Assistant.PressAsync("Check in");
        await Assistant.ShouldSayAsync("You checked in at");
    }

    public async Task SaysHowItWasAsync()
    {
        await Assistant.OpenAsync(scene.Of("my-day"));
        await Assistant.FollowAsync(VolunteerPart.Title);
        foreach (var statement in Guildhall.Web.Features.TrainingDays.Feedback.FeedbackForm.Usual(scene.Day).Statements)
            await Assistant.TickAsync("Agree", within: statement);
        await Assistant.FillAsync("What was most useful?", "The door plan.");
        await Assistant.PressAsync("Send my answers");
        await Assistant.ShouldSayAsync("You have answered");
    }

    public Task TakesTheirCertificateAsync() => new ReviewerPart(Assistant).TakesTheirCertificateAsync();
}

/// <summary>A site manager: the boiler decides where they can be.</summary>
internal sealed class SiteManagerPart(Scene scene)
{
    public const string Reason = "The boiler is being replaced";

    private IBrowsing SiteManager => scene.SiteManager;

    public async Task ChoosesAsync(string third)
    {
        await SiteManager.OpenAsync("/");
        await SiteManager.FollowAsync("Choose");
        await SiteManager.PressHereAsync($"Add as 1st wish: {third}", "1 of 6 ranked.");
        await SiteManager.PressHereAsync($"Add as 2nd wish: {SpeakerPart.Title}", "2 of 6 ranked.");
        await SiteManager.ShouldSayAsync("Saved");
    }

    public async Task CannotComeAsync()
    {
        await SiteManager.OpenAsync("/");
        await SiteManager.FollowAsync("See your day");
        await SiteManager.FollowAsync("I cannot come");
        await SiteManager.TickAsync($"11:00 Session 2: {SpeakerPart.Title}");
        await SiteManager.FillAsync("Reason", Reason);
        await SiteManager.PressAsync("Give these places back");
        await SiteManager.ShouldSayAsync("You are away");
    }

    public Task TakesTheirCertificateAsync() => new ReviewerPart(SiteManager).TakesTheirCertificateAsync();
}

/// <summary>The head of one school, who looks after their own people.</summary>
internal sealed class HeadPart(Scene scene)
{
    private IBrowsing Head => scene.Head;

    public async Task SeesNothingYetAsync()
    {
        await Head.OpenAsync("/");
        await Head.ShouldSayAsync("Nothing waits for you");
    }

    public async Task SeesWhoHasNotChosenAsync(Person somebody)
    {
        await Head.OpenAsync("/");
        await Head.FollowAsync($"{Scene.Name}: who has not chosen");
        await Head.ShouldSayAsync(scene.SchoolOfHead.Name);
        await Head.ShouldNotSayAsync(scene.School.Name);
        await Head.ShouldSayAsync(somebody.FullName);
    }

    public async Task SeesWhereTheirPeopleGoAsync()
    {
        await Head.OpenAsync("/");
        await Head.FollowAsync($"{Scene.Name}: where your people go");
        await Head.FollowAsync("By school");
        await Head.ShouldNotSayAsync(scene.School.Name);
    }

    public async Task ReadsTheReportAsync()
    {
        await Head.OpenAsync("/");
        await Head.FollowAsync($"{Scene.Name}: report on your people");
        await Head.ShouldSayAsync("The people of your own school");
        await Head.ShouldNotSayAsync(scene.School.Name);
        (await Head.DownloadAsync("Word")).ShouldBe("PK\u0003\u0004"u8.ToArray());
    }
}
