using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Who may offer, and with what an offer begins.</summary>
public sealed class NewOfferTests
{
    [Theory, BothEngines]
    public async Task Whoever_works_at_a_school_of_the_trust_begins_an_offer(App app)
    {
        var trust = await app.World.Trust();
        var cook = await app.World.Person(await app.World.School(trust: trust), RoleGroup.Catering);
        var (day, call) = await app.World.Call(trust, mostEach: 2);
        var browser = await app.SignInAs(cook);

        var page = await (await browser.Get("/")).Follow($"Offer a workshop for {day.Name}");
        page.Text("main").ShouldContain(call.Brief);
        page.Text("main").ShouldContain(call.Topics[1].Name);
        page.Text("main").ShouldContain("Offers can be handed in until Monday 25 January at 09:00, which is in 14 days.");
        page.Text("main").ShouldContain("You can hand in up to 2 offers.");
        page = await page.Press("Begin an offer");
        page.Path.ShouldStartWith("/training-days/offers/edit/");
        var offer = await app.Db(db => db.Offers.AsNoTracking().Include(row => row.Presenters).SingleAsync(row => row.DayId == day.Id));
        offer.State.ShouldBe(OfferState.Draft);
        var lead = offer.Presenters.ShouldHaveSingleItem();
        (lead.PersonId, lead.IsLead, lead.AcceptedAt).ShouldBe((cook.Id, true, app.Clock.Now));
        (await browser.Get(OfferForm.Path("new", day))).Texts(".lines a").ShouldContain("Workshop without a title yet");
    }

    [Theory, BothEngines]
    public async Task So_does_whoever_belongs_to_a_member_of_a_hub(App app)
    {
        var (member, trust) = (await app.World.School(), await app.World.Trust());
        var school = await app.World.School(trust: trust);
        var (day, _) = await app.World.Call(await app.World.Hub(member, trust));
        foreach (var person in new[] { await app.World.Person(member), await app.World.Person(school) })
        {
            var browser = await app.SignInAs(person);
            (await browser.Get("/")).Text("main").ShouldContain($"Offer a workshop for {day.Name}");
            (await browser.Get(OfferForm.Path("new", day))).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, BothEngines]
    public async Task Others_find_no_call(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (day, _) = await app.World.Call(trust);
        var left = await app.World.Person();
        await app.World.Post(left, school, endedOn: DateOnly.FromDateTime(app.Clock.Now).AddDays(7));
        foreach (var person in new[] { await app.World.Person(), left })
        {
            var browser = await app.SignInAs(person);
            (await browser.Get(OfferForm.Path("new", day))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.Post(OfferForm.Path("new", day))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.Get("/")).Html.ShouldNotContain(day.Name);
        }
    }

    [Theory, BothEngines]
    public async Task Before_the_call_and_without_one_there_is_nothing_to_answer(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Person(await app.World.School(trust: trust)));
        foreach (var stage in new[] { DayStage.Draft, DayStage.Choosing })
            (await browser.Get(OfferForm.Path("new", await app.World.Day(trust, stage)))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task After_the_deadline_it_says_so_and_begins_nothing(App app)
    {
        var trust = await app.World.Trust();
        var (day, _) = await app.World.Call(trust);
        var browser = await app.SignInAs(await app.World.Person(await app.World.School(trust: trust)));
        var open = await browser.Get(OfferForm.Path("new", day));
        app.Clock.Set(day.OfferUntil!.Value);
        var page = await open.Press("Begin an offer");
        page.Flash.ShouldBe("The call is closed. No offer can be begun any more.");
        page.Text("main").ShouldContain("The call closed on Monday 25 January at 09:00.");
        page.Texts("main button").ShouldBeEmpty();
        (await app.Db(db => db.Offers.CountAsync(offer => offer.DayId == day.Id))).ShouldBe(0);
        (await browser.Get("/")).Html.ShouldNotContain(day.Name);
    }

    [Theory, BothEngines]
    public async Task An_earlier_offer_is_copied_but_for_what_belongs_to_its_day(App app)
    {
        var trust = await app.World.Trust();
        var person = await app.World.Person(await app.World.School(trust: trust));
        var (before, call) = await app.World.Call(trust);
        var offer = await app.World.Offer(before, person, OfferState.Submitted, call.Topics[0], OfferDecision.Decline, isSent: true, audience: [RoleGroup.Catering]);
        await app.Db(db => db.Offers.Where(row => row.Id == offer.Id).ExecuteUpdateAsync(change => change
            .SetProperty(row => row.AwaySlots, new List<Guid> { before.Slots[0].Id }).SetProperty(row => row.Largest, 24)));
        await app.World.Presenter(offer, await app.World.Person());
        var file = await app.World.Add(new StoredFile { Name = "plan.pdf", ContentType = "application/pdf", UploadedBy = person.Id, UploadedAt = app.Clock.Now });
        await app.World.Add(new OfferFile { OfferId = offer.Id, FileId = file.Id });
        var (day, _) = await app.World.Call(trust);
        var browser = await app.SignInAs(person);

        var page = await (await browser.Get(OfferForm.Path("new", day))).Press($"Copy {offer.Title} of {before.Name}");
        page.Flash.ShouldStartWith("This is a copy.");
        var copy = await app.Db(db => db.Offers.AsNoTracking().Include(row => row.Presenters).SingleAsync(row => row.DayId == day.Id));
        (copy.Title, copy.Summary, copy.Outcome, copy.Priority, copy.Largest, copy.CopiedFromId).ShouldBe((offer.Title, offer.Summary, offer.Outcome, offer.Priority, 24, offer.Id));
        copy.Audience.ShouldBe([RoleGroup.Catering]);
        (copy.State, copy.Decision, copy.Reason, copy.SentAt, copy.SubmittedAt).ShouldBe((OfferState.Draft, null, "", null, null));
        (copy.TopicId, copy.AwaySlots.Count).ShouldBe((null, 0));
        copy.Presenters.ShouldHaveSingleItem().PersonId.ShouldBe(person.Id);
        (await app.Db(db => db.OfferFiles.SingleAsync(row => row.OfferId == copy.Id))).FileId.ShouldBe(file.Id);

        // On the same day the topic and the times are those of the day.
        await (await browser.Get(OfferForm.Path("new", before))).Press($"Copy {offer.Title} of {before.Name}");
        var same = await app.Db(db => db.Offers.AsNoTracking().SingleAsync(row => row.DayId == before.Id && row.Id != offer.Id));
        (same.TopicId, same.AwaySlots.Count).ShouldBe((call.Topics[0].Id, 1));
    }

    [Theory, BothEngines]
    public async Task Nobody_copies_what_somebody_else_offered(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (day, _) = await app.World.Call(trust);
        var theirs = await app.World.Offer(day, await app.World.Person(school));
        var mine = await app.World.Offer(day, await app.World.Person(school));
        var lead = await app.Db(db => db.People.SingleAsync(person => person.Id == mine.Presenters[0].PersonId));
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("new", day));
        page.Html.ShouldNotContain(theirs.Title);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post($"{OfferForm.Path("new", day)}?handler=Copy", ("copied", theirs.Id.ToString()), ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Db(db => db.Offers.CountAsync(offer => offer.DayId == day.Id))).ShouldBe(2);
    }
}
