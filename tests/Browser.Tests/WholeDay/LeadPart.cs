namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>The trust's PD lead, from the empty form to the offers that are decided.</summary>
internal sealed class LeadPart(Scene scene)
{
    private IBrowsing Lead => scene.Lead;

    public async Task MakesTheDayAsync()
    {
        await Lead.OpenAsync("/training-days");
        await Lead.FollowAsync("New training day");
        await Lead.ChooseAsync("Held by", scene.Trust.Name);
        await Lead.FillAsync("Name of the day", Scene.Name);
        await Lead.FillAsync("Date", "2027-03-05");
        await Lead.PressAsync("Make the day");
        await Lead.ShouldSayAsync("Nobody but the organisers sees this day yet.");
        scene.Day = Guid.Parse((await Lead.PathAsync()).Split('/')[^1]);

        await Lead.FollowAsync("Slots");
        await Lead.FollowAsync("Add a slot");
        await SlotAsync("09:30", "10:30", "Save and add another");
        await SlotAsync("11:00", "12:00", "Save");
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Rooms");
        await Lead.FollowAsync("Add a room");
        await RoomAsync("Hall", "30", "Save and add another");
        await RoomAsync("Library", "20", "Save");

        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("People invited");
        await Lead.FollowAsync("Invite schools");
        await Lead.PressAsync("Count the people");
        await Lead.ShouldSayAsync("19 people to invite");
        await Lead.PressAsync("Invite 19 people");
        await Lead.ShouldSayAsync("19 people are invited.");
    }

    public async Task OpensTheCallAsync()
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("The call");
        await Lead.FollowAsync("Write the brief");
        await Lead.FillAsync("Brief", "What helps on Monday? An hour each, for everybody who works in our schools.");
        await Lead.TickAsync("Site and premises staff");
        await Lead.PressAsync("Save");
        await Lead.FollowAsync("Add a topic");
        await Lead.FillAsync("Name", "Behaviour in corridors");
        await Lead.PressAsync("Save");
        await Lead.FollowAsync("As presenters see it");
        await Lead.ShouldSayAsync("This is what presenters see once the call is open.");
        await Lead.OpenAsync(scene.Of("calls"));
        await Lead.FollowAsync("Open the call");
        await Lead.FillAsync("Workshops can be offered until", "2027-01-25T17:00");
        await Lead.PressAsync("Open the call");
        await Lead.ShouldSayAsync("25 January");

        await Lead.OpenAsync(scene.Of("offers"));
        await Lead.FollowAsync("Invite a speaker from outside");
        await Lead.FillAsync("Name", "Ada Vane");
        await Lead.FillAsync("Email address", SpeakerPart.Address);
        await Lead.FillAsync("Where they work", "Northern University");
        await Lead.PressAsync("Send the invitation");
        await Lead.ShouldSayAsync("Invited, no answer yet");
        foreach (var reviewer in new[] { scene.Reviewer, scene.OtherReviewer })
        {
            await Lead.OpenAsync(scene.Of("reviews/reviewers"));
            await Lead.FillAsync("Part of the name", reviewer.FamilyName);
            await Lead.PressAsync("Find");
            await Lead.PressAsync($"Add {reviewer.FullName}");
            await Lead.ShouldSayAsync($"{reviewer.FullName} is a reviewer.");
        }
    }

    public async Task ClosesTheCallAsync()
    {
        await Lead.OpenAsync(scene.Of("offers"));
        await Lead.ShouldSayAsync("Northern University");
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Close the call");
        await Lead.ShouldSayAsync("4 offers go to the reviewers.");
        await Lead.PressAsync("Close the call");
        await Lead.ShouldSayAsync("The call is closed.");
    }

    public async Task DecidesAsync(string declined)
    {
        await Lead.OpenAsync(scene.Of("day"));
        await Lead.FollowAsync("Read and decide");
        await Lead.ShouldSayAsync("2 of 2");
        await Lead.FollowAsync(declined);
        await Lead.TickAsync("Decline");
        await Lead.FillAsync("To those who offer it", "It stands in three other offers. Join one of them.");
        await Lead.PressAsync("Save and go to the next");
        for (var left = 3; left > 0; left--)
        {
            await Lead.TickAsync("Accept");
            await Lead.PressAsync(left > 1 ? "Save and go to the next" : "Save the decision");
        }
        await Lead.FollowAsync("Send 4 decisions");
        await Lead.ShouldSayAsync("What the mails look like");
        await Lead.PressAsync("Send to");
        await Lead.ShouldSayAsync("4 decisions are sent");
    }

    private async Task SlotAsync(string from, string to, string button)
    {
        await Lead.FillAsync("From", from);
        await Lead.FillAsync("To", to);
        await Lead.PressAsync(button);
    }

    private async Task RoomAsync(string name, string seats, string button)
    {
        await Lead.FillAsync("Name", name);
        await Lead.FillAsync("Seats", seats);
        await Lead.PressAsync(button);
    }
}
