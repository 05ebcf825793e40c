using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Once the programme is out, speakers from outside are told when and where by mail, and find it behind their link.</summary>
public sealed class SpeakerOnTheDayTests
{
    [Theory, BothEngines]
    public async Task A_speaker_is_told_when_and_where_and_of_changes(App app)
    {
        var scene = await SceneAsync(app);
        var browser = app.Anybody();
        var page = await browser.Get(scene.Link);
        page.Text("main").ShouldContain("You have said that you come.");
        page.Text("main").ShouldNotContain(scene.Room.Name);

        var desk = await app.SignInAs(scene.Lead);
        page = await desk.Get($"/training-days/publish/{scene.Day.Id}");
        page.Text("main").ShouldContain("1 speaker from outside gets an email with when and where to present.");
        await page.Press("Publish and send 2 emails");
        await App.Eventually(() => app.Db(db => db.TrainingDays.Where(day => day.Id == scene.Day.Id).Select(day => day.Stage).SingleAsync()), stage => stage == DayStage.Published);
        var mail = (await app.Mails(scene.Email)).ShouldHaveSingleItem();
        mail.ShouldContain($"this is when you present “{scene.Offer.Title}” at {scene.Day.Name}");
        mail.ShouldContain($"09:00 to 10:00, {scene.Room.Name}: 1 person");
        page = await browser.Get(OfferForm.Path("show", scene.Offer));
        page.Text("main").ShouldContain("It is part of the day.");
        page.Table("main table").ShouldHaveSingleItem()[2].ShouldBe(scene.Room.Name);

        // The room changes, and the organiser tells those whom it touches.
        var other = await app.World.Room(scene.Day);
        await app.Db(db => db.Sessions.Where(session => session.Id == scene.Session.Id).ExecuteUpdateAsync(change => change.SetProperty(session => session.RoomId, other.Id)));
        await app.World.Add(Told(scene));
        page = await desk.Get($"/training-days/programme/versions/{scene.Day.Id}");
        page.Text("main").ShouldContain("Ada Vane");
        await page.Press("Tell 2 people");
        mail = (await app.Mails(scene.Email))[^1];
        mail.ShouldContain($"now in {other.Name}, no longer in {scene.Room.Name}");
        mail.ShouldContain("The link in your invitation opens your offer");
        mail.ShouldNotContain("/my-day/");
    }

    [Theory, BothEngines]
    public async Task What_people_thought_is_there_after_the_day_from_five_answers_up(App app)
    {
        var scene = await SceneAsync(app);
        await app.World.GoLive(scene.Day);
        await StageAsync(app, scene, DayStage.Published);
        var browser = app.Anybody();
        await browser.Get(scene.Link);
        (await browser.Get(OfferForm.Path("feedback", scene.Offer))).Path.ShouldStartWith("/sign-in");

        await StageAsync(app, scene, DayStage.Closed);
        await app.World.FeedbackIsOver(scene.Day);
        var page = await (await browser.Get(OfferForm.Path("show", scene.Offer))).Follow("What people thought");
        page.Text("main").ShouldContain("Fewer than 5 people answered.");
        await app.Db(db => db.FeedbackForms.Where(form => form.DayId == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(form => form.Until, app.Clock.Now.AddHours(1))));
        for (var answer = 0; answer < 5; answer++)
            await app.World.GiveFeedback(scene.Session, await app.World.Person(), new FeedbackAnswer([5, 4, 4, 3], "The tasks.", ""));
        (await browser.Get(OfferForm.Path("feedback", scene.Offer))).Text("main").ShouldContain("People can answer until");
        await app.Db(db => db.FeedbackForms.Where(form => form.DayId == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(form => form.Until, app.Clock.Now.AddMinutes(-1))));
        page = await browser.Get(OfferForm.Path("feedback", scene.Offer));
        page.Text("main").ShouldContain("5 people answered.");
        page.Text("main").ShouldContain("The tasks.");

        // Nobody else's link, and nobody without one.
        (await app.Anybody().Get(OfferForm.Path("feedback", scene.Offer))).Path.ShouldStartWith("/sign-in");
        (await (await app.SignInAs(await app.World.Person())).Get(OfferForm.Path("feedback", scene.Offer))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<int> StageAsync(App app, Scene scene, DayStage stage) => app.Db(db =>
        db.TrainingDays.Where(day => day.Id == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Stage, stage)));

    /// <summary>What people were told when the day was published.</summary>
    private static Guildhall.Web.Features.TrainingDays.Programme.ProgrammeVersion Told(Scene scene) => new()
    {
        DayId = scene.Day.Id,
        Number = 1,
        PublishedById = scene.Lead.Id,
        PublishedAt = scene.At,
        Content = Guildhall.Web.Features.TrainingDays.Allocations.PackedJson.Pack(new List<Guildhall.Web.Features.TrainingDays.Programme.ToldSession>
        {
            new(scene.Session.Id, scene.Session.WorkshopId, scene.Offer.Title, scene.Session.SlotId, "Slot", scene.Room.Name, "Ada Vane"),
        }),
    };

    /// <summary>A day that can be published: one slot, one room, and one workshop that came of a speaker's offer, in which somebody has a place.</summary>
    private static async Task<Scene> SceneAsync(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Holder(Role.PdLead, trust);
        var day = await app.World.Day(trust, DayStage.Allocating, slots: 1);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Accept, isSent: true);
        await app.Db(db => db.Offers.Where(row => row.Id == offer.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.ConfirmedAt, app.Clock.Now)));
        var secret = World.Code();
        var email = $"ada.{secret}@uni.example".ToLowerInvariant();
        await app.World.Add(new OfferPresenter
        {
            OfferId = offer.Id,
            Name = "Ada Vane",
            Email = email,
            LinkDigest = SpeakerLinks.Digest(secret),
            AcceptedAt = app.Clock.Now,
        });
        var workshop = await app.World.Add(new Workshop { DayId = day.Id, OfferId = offer.Id, Code = "W01", Title = offer.Title, PresenterNames = "Ada Vane" });
        var room = await app.World.Room(day);
        var session = await app.World.Session(workshop, day.Slots[0], room);
        var invitee = await app.World.Invite(day, await app.World.Person());
        await app.World.AdoptedRun(day, lead, (invitee, session, 1));
        return new Scene(lead, day, offer, room, session, email, $"/training-days/offers/link/{secret}", app.Clock.Now);
    }

    private sealed record Scene(Person Lead, TrainingDay Day, Offer Offer, Room Room, Session Session, string Email, string Link, DateTime At);
}
