using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>
/// A whole day, from an empty draft to its report. All seven do their part in each, by the same words and forms; the one whose test it is
/// does it in a browser, where every page that comes up is looked at.
/// </summary>
public sealed class WholeDayJourney
{
    private string _third = "";
    private string _declined = "";

    [Theory, EachOfThem]
    public async Task From_an_empty_draft_to_its_report(Who who, Device device, Engine engine)
    {
        await using var scene = await Scene.SetAsync(who, device, engine);
        var (lead, later, volunteer, speaker) = (new LeadPart(scene), new LeadLaterPart(scene), new VolunteerPart(scene), new SpeakerPart(scene));
        var (assistant, site, head) = (new AssistantPart(scene), new SiteManagerPart(scene), new HeadPart(scene));
        var reviewers = new[] { new ReviewerPart(scene.Reading), new ReviewerPart(scene.OtherReading) };

        await lead.MakesTheDayAsync();
        await head.SeesNothingYetAsync();
        await lead.OpensTheCallAsync();
        await volunteer.OffersAsync();
        await speaker.OffersAsync();
        await OthersOfferAsync(scene);
        await lead.ClosesTheCallAsync();
        foreach (var reviewer in reviewers)
            await reviewer.ReadsAsync();
        await lead.DecidesAsync(_declined);
        await volunteer.ConfirmsAsync();
        await speaker.ConfirmsAsync();

        await later.MakesTheProgrammeAsync(_third);
        await assistant.GivesAStarAsync();
        await later.OpensChoosingAsync();
        await volunteer.ChoosesAsync();
        await assistant.ChoosesAsync(_third);
        await site.ChoosesAsync(_third);
        foreach (var reviewer in reviewers)
            await reviewer.ChoosesAsync();
        await head.SeesWhoHasNotChosenAsync(scene.Colleagues[4]);
        await OthersChooseAsync(scene);
        await later.GivesPlacesAsync();
        await volunteer.SeesTheirDayAsync();
        await speaker.SeesWhenAndWhereAsync();
        await head.SeesWhereTheirPeopleGoAsync();
        await assistant.ChangesAsync(_third);
        await site.CannotComeAsync();
        await later.SeesWhoCannotComeAsync(SiteManagerPart.Reason);

        await scene.TurnClockAsync(Scene.Date, 9, 20);
        await scene.LetDayBeginAsync();
        await assistant.ChecksInAsync(await volunteer.ShowsTheCodeAsync());
        await later.WatchesTheDayAsync();
        await volunteer.KeepsTheRegisterAsync("Tess Ash", scene.Colleagues[0].FullName);
        await scene.TurnClockAsync(Scene.Date, 12, 10);
        await assistant.SaysHowItWasAsync();
        await OthersSayHowItWasAsync(scene);

        await scene.TurnClockAsync(Scene.Date.AddDays(1), 9, 0);
        await later.ClosesTheDayAsync();
        await assistant.TakesTheirCertificateAsync();
        await site.TakesTheirCertificateAsync();
        await reviewers[0].TakesTheirCertificateAsync();
        await scene.TurnClockAsync(Scene.Date.AddDays(FeedbackForm.DaysToAnswer + 2), 9, 0);
        await volunteer.ReadsWhatPeopleThoughtAsync();
        await speaker.ReadsWhatPeopleThoughtAsync();
        await head.ReadsTheReportAsync();
        await later.ReadsTheReportAsync(_declined);
    }

    /// <summary>Two more offers, of which one is for site staff and the other is not taken up.</summary>
    private async Task OthersOfferAsync(Scene scene)
    {
        var day = await scene.App.Db(db => db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == scene.Day));
        _third = (await scene.World.Offer(day, scene.Colleagues[1], OfferState.Submitted)).Title;
        _declined = (await scene.World.Offer(day, scene.Colleagues[2], OfferState.Submitted)).Title;
    }

    /// <summary>Eleven colleagues choose, one does not.</summary>
    private static async Task OthersChooseAsync(Scene scene)
    {
        var workshops = await scene.App.Db(db => db.Workshops.AsNoTracking().Where(workshop => workshop.DayId == scene.Day).ToListAsync());
        var wishes = new[] { VolunteerPart.Title, SpeakerPart.Title }.Select(title => workshops.Single(workshop => workshop.Title == title)).ToArray();
        foreach (var colleague in scene.Colleagues.Where(person => person != scene.Colleagues[11]))
            await scene.World.Choose(await InviteeAsync(scene, colleague), wishes);
    }

    private static async Task OthersSayHowItWasAsync(Scene scene)
    {
        var sessions = await scene.App.Db(db => db.Sessions.AsNoTracking().Include(session => session.Workshop).Where(session => session.Workshop!.DayId == scene.Day).ToListAsync());
        foreach (var title in new[] { VolunteerPart.Title, SpeakerPart.Title })
        {
            var session = sessions.Single(session => session.Workshop!.Title == title);
            foreach (var colleague in scene.Colleagues.Skip(3).Take(5))
                await scene.World.GiveFeedback(session, colleague, new FeedbackAnswer([4, 5, 4, 3], "The plan.", ""));
        }
    }

    private static Task<Invitee> InviteeAsync(Scene scene, Person person) =>
        scene.App.Db(db => db.Invitees.AsNoTracking().SingleAsync(row => row.DayId == scene.Day && row.PersonId == person.Id));
}
