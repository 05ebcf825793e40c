using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Handing in, withdrawing, and what is answered to a decision.</summary>
public sealed class HandInTests
{
    [Theory, BothEngines]
    public async Task What_is_missing_is_said_before_it_is_handed_in(App app)
    {
        var (trust, lead, day) = await Called(app);
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get(OfferForm.Path("new", day))).Press("Begin an offer");
        page = await page.Press("Save and hand in", ("Input.Title", "Calm corridors"), ("Input.AwaySlots", day.Slots.Select(slot => slot.Id)));
        page.Heading.ShouldBe("Not ready to be handed in");
        page.Texts(".gaps li").ShouldBe(
        [
            "Say what happens in it", "Say what people can do afterwards", "Say what it is for: a wanted topic, or the priority or need that it serves",
            "You cannot present at any time of the day. Leave at least one time open",
        ]);
        page = await page.Follow("Say what happens in it");
        page = await page.Press(
            "Save and hand in", ("Input.Summary", "We walk."), ("Input.Outcome", "stand at the door"), ("Input.Priority", "Behaviour"), ("Input.AwaySlots", new[] { day.Slots[0].Id }));
        page.Heading.ShouldBe("Hand in “Calm corridors”?");
        page = await page.Press("Hand in");
        page.Flash.ShouldBe("Handed in. Until Monday 25 January at 09:00 you can take it back and change it.");
        var offer = await app.Db(db => db.Offers.AsNoTracking().SingleAsync(row => row.DayId == day.Id));
        (offer.State, offer.SubmittedAt).ShouldBe((OfferState.Submitted, app.Clock.Now));
        (await app.Deeds(day)).ShouldBe(["handed in the offer “Calm corridors”"]);
        (await browser.Get(OfferForm.Path("edit", offer))).Path.ShouldBe(OfferForm.Path("show", offer));
        var organiser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        (await organiser.Get(OfferForm.Path("show", offer))).Text("main").ShouldContain("We walk.");
    }

    [Theory, BothEngines]
    public async Task Nobody_hands_in_more_than_the_call_allows(App app)
    {
        var (_, lead, day) = await Called(app, mostEach: 1);
        var (first, second) = (await app.World.Offer(day, lead, OfferState.Submitted), await app.World.Offer(day, lead));
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("hand-in", second));
        page.Text("main").ShouldContain("You have handed in 1 offer, and everybody may hand in one. Withdraw another first.");
        page.Texts("main button").ShouldBeEmpty();
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.Post(OfferForm.Path("hand-in", second), ("__RequestVerificationToken", token));
        (await app.Read(second)).State.ShouldBe(OfferState.Draft);

        await (await browser.Get(OfferForm.Path("withdraw", first))).Press("Withdraw the offer");
        await (await browser.Get(OfferForm.Path("hand-in", second))).Press("Hand in");
        (await app.Read(second)).State.ShouldBe(OfferState.Submitted);
    }

    [Theory, BothEngines]
    public async Task It_is_taken_back_and_handed_in_again_until_the_deadline(App app)
    {
        var (_, lead, day) = await Called(app);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Decline);
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get(OfferForm.Path("show", offer))).Press("Take it back as a draft");
        page.Path.ShouldBe(OfferForm.Path("edit", offer));
        page.Flash.ShouldContain("It is a draft again.");
        var draft = await app.Read(offer);
        // What was decided quietly was about what it said before.
        (draft.State, draft.SubmittedAt, draft.Decision, draft.Reason).ShouldBe((OfferState.Draft, null, null, ""));
        await (await browser.Get(OfferForm.Path("hand-in", offer))).Press("Hand in");
        page = await browser.Get(OfferForm.Path("show", offer));
        app.Clock.Set(day.OfferUntil!.Value);
        page = await page.Press("Take it back as a draft");
        page.Flash.ShouldBe("The call is closed, so the offer stays as it is.");
        page.Texts("main button").ShouldBeEmpty();
        (await app.Read(offer)).State.ShouldBe(OfferState.Submitted);
    }

    [Theory, BothEngines]
    public async Task A_withdrawn_one_can_be_taken_up_again_and_is_no_longer_counted(App app)
    {
        var (_, lead, day) = await Called(app);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted);
        var page = await (await (await app.SignInAs(lead)).Get(OfferForm.Path("show", offer))).Follow("Withdraw");
        page.Text("main").ShouldContain("It is not judged any more.");
        page.Text("main").ShouldContain("Until Monday 25 January at 09:00 you can take it up again.");
        page = await page.Press("Withdraw the offer");
        page.Flash.ShouldBe("The offer is withdrawn.");
        (await app.Db(db => OfferFigures.CountAsync(db, day.Id, default))).Submitted.ShouldBe(0);
        await page.Press("Take it back as a draft");
        (await app.Read(offer)).State.ShouldBe(OfferState.Draft);
        (await app.Deeds(day)).ShouldBe([$"withdrew the offer “{offer.Title}”", $"took back as a draft the offer “{offer.Title}”"]);
    }

    [Theory, BothEngines]
    public async Task A_decision_is_read_only_once_it_is_sent(App app)
    {
        var (trust, lead, day) = await Called(app);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Accept);
        await Stage(app, day, DayStage.Review);
        var (browser, organiser) = (await app.SignInAs(lead), await app.SignInAs(await app.World.Holder(Role.PdLead, trust)));
        var page = await browser.Get(OfferForm.Path("show", offer));
        page.Text(".badge").ShouldBe("Handed in");
        page.Html.ShouldNotContain(offer.Reason);
        page.Texts("main button").ShouldBeEmpty();
        (await organiser.Get(OfferForm.Path("show", offer))).Text("main").ShouldContain("Decided, and not told to its presenters yet.");

        await app.Db(db => db.Offers.Where(row => row.Id == offer.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.SentAt, app.Clock.Now)));
        page = await (await browser.Get("/")).Follow($"Say whether you come: {offer.Title}");
        page.Text(".badge").ShouldBe("Accepted");
        page.Text("blockquote").ShouldContain(offer.Reason);
        page = await page.Press("We come");
        page.Text(".badge").ShouldBe("Accepted and confirmed");
        (await app.Read(offer)).ConfirmedAt.ShouldBe(app.Clock.Now);
        (await browser.Get("/")).Texts(".card-title").ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task What_is_accepted_with_changes_is_changed_and_then_confirmed(App app)
    {
        var (_, lead, day) = await Called(app);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.AcceptWithChanges, isSent: true);
        await Stage(app, day, DayStage.Review);
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get(OfferForm.Path("show", offer))).Follow("Go on writing");
        page.Text("main").ShouldContain(offer.Reason);
        page = await page.Press("Save", ("Input.Title", "Changed as asked"), ("Input.Outcome", ""));
        page = await (await page.Follow("Read it")).Press("We come");
        page.Flash.ShouldBe("Something is missing. Say what people can do afterwards.");
        page = await (await (await page.Follow("Go on writing")).Press("Save", ("Input.Outcome", "Do it"))).Follow("Read it");
        page = await page.Press("We come");
        page.Text(".badge").ShouldBe("Accepted and confirmed");
        page.Texts("a").ShouldNotContain("Go on writing");
    }

    [Theory, BothEngines]
    public async Task Those_who_run_the_day_are_told_when_an_accepted_one_is_withdrawn(App app)
    {
        var (trust, lead, day) = await Called(app);
        var organiser = await app.World.Holder(Role.PdLead, trust);
        await app.World.Holder(Role.Governor, trust);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Accept, isSent: true);
        await Stage(app, day, DayStage.Programme);
        var page = await (await app.SignInAs(lead)).Get(OfferForm.Path("withdraw", offer));
        page.Text("main").ShouldContain("The organisers are told by mail that it does not come");
        await page.Press("Withdraw the offer");
        (await app.Mails(organiser.Email!)).ShouldHaveSingleItem().ShouldContain($"{lead.FullName} has withdrawn it.");
        (await app.Db(db => db.OutgoingMails.CountAsync(mail => mail.Text.Contains(offer.Title)))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_co_presenter_writes_but_does_not_hand_in_or_withdraw(App app)
    {
        var (_, lead, day) = await Called(app);
        var offer = await app.World.Offer(day, lead);
        var other = await app.World.Person();
        await app.World.Presenter(offer, other);
        var browser = await app.SignInAs(other);
        var page = await browser.Get(OfferForm.Path("edit", offer));
        page.Texts("main button").ShouldNotContain("Save and hand in");
        foreach (var part in new[] { "hand-in", "withdraw", "presenters" })
            (await browser.Get(OfferForm.Path(part, offer))).Status.ShouldBe(HttpStatusCode.NotFound, part);
    }

    private static async Task<(Organisation Trust, Person Lead, TrainingDay Day)> Called(App app, int? mostEach = null)
    {
        var trust = await app.World.Trust();
        return (trust, await app.World.Person(await app.World.School(trust: trust)), (await app.World.Call(trust, mostEach)).Day);
    }

    private static Task<int> Stage(App app, TrainingDay day, DayStage stage) =>
        app.Db(db => db.TrainingDays.Where(row => row.Id == day.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Stage, stage)));
}
