namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>A speaker from outside, who has nothing but the link in a mail.</summary>
internal sealed class SpeakerPart(Scene scene)
{
    public const string Title = "What memory can carry";
    public const string Address = "ada.vane@university.example";

    private string _offer = "";

    private IBrowsing Speaker => scene.Speaker;

    public async Task OffersAsync()
    {
        await Speaker.OpenAsync(await scene.InMailAsync(Address, "/training-days/offers/link/"));
        await Speaker.ShouldSayAsync("You are invited to offer a workshop");
        await Speaker.PressAsync("Yes, I present it");
        _offer = (await Speaker.PathAsync()).Split('/')[^1];
        await Speaker.FillAsync("Title", Title);
        await Speaker.FillAsync("What happens in it", "A talk, then tasks of your own.");
        await Speaker.FillAsync("What people can do afterwards", "plan a lesson in small steps");
        await Speaker.FillAsync("Priority or need that it serves", "Curriculum");
        await Speaker.PressAsync("Save and hand in");
        await Speaker.PressAsync("Hand in");
        await Speaker.ShouldSayAsync("Handed in.");
    }

    public async Task ConfirmsAsync()
    {
        await Speaker.OpenAsync($"/training-days/offers/show/{_offer}");
        await Speaker.ShouldSayAsync("It is accepted.");
        await Speaker.PressAsync("We come");
        await Speaker.ShouldSayAsync("You have said that you come.");
    }

    public async Task SeesWhenAndWhereAsync()
    {
        await Speaker.OpenAsync($"/training-days/offers/show/{_offer}");
        await Speaker.ShouldSayAsync("Session 2");
        await Speaker.ShouldSayAsync("Hall");
    }

    public async Task ReadsWhatPeopleThoughtAsync()
    {
        await Speaker.OpenAsync($"/training-days/offers/show/{_offer}");
        await Speaker.FollowAsync("What people thought");
        await Speaker.ShouldSayAsync("5 people answered.");
    }
}
