namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>The trust's PD lead, from the board to the report.</summary>
internal sealed class LeadLaterPart(Scene scene)
{
    private IBrowsing Lead => scene.Lead;

    /// <summary>Puts the workshops on the board: two in the first slot, one in the second.</summary>
    public async Task MakesTheProgrammeAsync(string third)
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Begin the programme");
        await Lead.PressAsync("Begin the programme");
        await Lead.FollowAsync("Slots, rooms and sessions");
        await PlaceAsync(VolunteerPart.Title, "Hall, Session 1");
        await PlaceAsync(third, "Library, Session 1");
        await PlaceAsync(SpeakerPart.Title, "Hall, Session 2");
        await Lead.FollowAsync("Ask people what they would like");
        await Lead.FillAsync("Stars can be given until", "2027-02-05T17:00");
        await Lead.PressAsync("Ask");
        await Lead.ShouldSayAsync("People give stars until");
    }

    public async Task OpensChoosingAsync()
    {
        await Lead.OpenAsync(scene.Of("programme/board"));
        await Lead.ShouldSayAsync("Least lucky, steps from their best day");
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Open choosing");
        await Lead.FillAsync("People choose until", "2027-02-19T17:00");
        await Lead.PressAsync("Open choosing");
        await Lead.ShouldSayAsync("People choose until");
    }

    public async Task GivesPlacesAsync()
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Close choosing");
        await Lead.PressAsync("Close choosing");
        await Lead.FollowAsync("Give places");
        await Lead.PressAsync("Find places");
        await Lead.FollowWhenDoneAsync("See the result");
        await Lead.ShouldSayAsync("In short");
        await Lead.FollowAsync("Adopt this run");
        await Lead.PressAsync("Adopt this run");
        await Lead.FollowAsync("Publish the day");
        await Lead.PressAsync("Publish and send");
        await Lead.FollowWhenDoneAsync("See the result");
        await Lead.ShouldSayAsync("Published");
    }

    public async Task SeesWhoCannotComeAsync(string reason)
    {
        await Lead.OpenAsync(scene.Of("lists"));
        await Lead.FollowAsync("Who cannot come");
        await Lead.ShouldSayAsync(reason);
    }

    public async Task WatchesTheDayAsync()
    {
        await Lead.OpenAsync("/training-days");
        await Lead.FollowAsync(Scene.Name);
        await Lead.FollowAsync("Attendance");
        await Lead.ShouldSayAsync("Session 1");
        await Lead.FollowAsync("Who is missing");
    }

    public async Task ClosesTheDayAsync()
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Close the day");
        await Lead.PressAsync("Close the day");
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.ShouldSayAsync("The day is over.");
    }

    public async Task ReadsTheReportAsync(string declined)
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Report");
        await Lead.ShouldSayAsync(declined);
        await Lead.ShouldSayAsync("It stands in three other offers.");
        await Lead.FollowAsync("What to do differently");
        await Lead.FillAsync("What to do differently", "Two more for site staff.");
        await Lead.PressAsync("Save");
        await Lead.ShouldSayAsync("Two more for site staff.");
        (await Lead.DownloadAsync("Word")).ShouldBe("PK\u0003\u0004"u8.ToArray());
        await Lead.FollowAsync("What is remembered of whom for the next day");
        await Lead.OpenAsync(scene.Of("feedback"));
        await Lead.ShouldSayAsync("All sessions together");
        await Lead.OpenAsync(scene.Of("certificates"));
        await Lead.ShouldSayAsync(scene.School.Name);
    }

    private async Task PlaceAsync(string workshop, string place)
    {
        await Lead.FollowAsync("Place", within: workshop);
        await Lead.PressAsync($"Put it here: {place}");
    }
}
