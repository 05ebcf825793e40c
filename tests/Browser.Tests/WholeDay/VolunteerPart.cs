namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>A teacher who offers a workshop, keeps its register and reads what people thought of it.</summary>
internal sealed class VolunteerPart(Scene scene)
{
    public const string Title = "Calm corridors";

    private IBrowsing Volunteer => scene.Volunteer;

    public async Task OffersAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.FollowAsync($"Offer a workshop for {Scene.Name}");
        await Volunteer.ShouldSayAsync("What helps on Monday?");
        await Volunteer.PressAsync("Begin an offer");
        await Volunteer.FillAsync("Title", Title);
        await Volunteer.FillAsync("What happens in it", "We walk the corridors together.");
        await Volunteer.FillAsync("What people can do afterwards", "greet a class at the door");
        await Volunteer.ChooseAsync("Wanted topic that it serves", "Behaviour in corridors");
        await Volunteer.FillAsync("Priority or need that it serves", "Behaviour");
        await Volunteer.PressAsync("Save and hand in");
        await Volunteer.PressAsync("Hand in");
        await Volunteer.ShouldSayAsync("Handed in.");
    }

    public async Task ConfirmsAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.ShouldSayAsync($"Your workshop is accepted: {Title}");
        await Volunteer.FollowAsync("Say whether you come");
        await Volunteer.PressAsync("We come");
        await Volunteer.ShouldSayAsync("You have said that you come.");
    }

    public async Task ChoosesAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.FollowAsync("Choose");
        await Volunteer.ShouldSayAsync("You present this one, so it is in your day already.");
        await Volunteer.PressHereAsync($"Add as 1st wish: {SpeakerPart.Title}", "1 of 6 ranked.");
        await Volunteer.ShouldSayAsync("Saved");
    }

    public async Task SeesTheirDayAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.FollowAsync("See your day");
        await Volunteer.ShouldSayAsync("You present.");
    }

    /// <summary>Shows the code of the session.</summary>
    public async Task<string> ShowsTheCodeAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.FollowAsync("See your day");
        await Volunteer.FollowAsync("Code to show");
        return await Volunteer.ReadAsync(".show-code-letters");
    }

    public async Task KeepsTheRegisterAsync(string here, string absent)
    {
        await Volunteer.OpenAsync(scene.Of("my-day"));
        await Volunteer.FollowAsync("Register");
        await Volunteer.ShouldSayAsync(here);
        await Volunteer.PressAsync("Absent", within: absent);
        await Volunteer.ShouldSayAsync($"{absent}: absent.");
        await Volunteer.PressAsync("are present");
        await Volunteer.ShouldSayAsync("recorded as present.");
    }

    public async Task ReadsWhatPeopleThoughtAsync()
    {
        await Volunteer.OpenAsync("/");
        await Volunteer.FollowAsync("What I have presented");
        await Volunteer.FollowAsync(Title);
        await Volunteer.ShouldSayAsync("6 people answered.");
        await Volunteer.OpenAsync(scene.Of("certificates/mine"));
        await Volunteer.ShouldSayAsync($"{Title} (presented)");
    }
}
