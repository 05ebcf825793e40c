using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Speakers from outside, who have a link and no account.</summary>
public sealed class SpeakersTests
{
    [Theory, BothEngines]
    public async Task A_speaker_comes_by_link_says_yes_and_writes(App app)
    {
        var (lead, day, offer) = await Begun(app);
        var email = $"ada.{World.Code()}@uni.example".ToLowerInvariant();
        var page = await (await app.SignInAs(lead)).Get(OfferForm.Path("presenters", offer));
        page = await page.Press("Send the link", ("Input.Name", "Ada Vane"), ("Input.Email", email), ("Input.Employer", "Northern University"));
        page.Flash.ShouldBe("Ada Vane is asked, with a link by mail.");
        var link = await app.LinkTo(email);
        (await app.Mails(email)).ShouldHaveSingleItem().ShouldContain($"{lead.FullName} invites you to present the workshop “{offer.Title}”");
        var secret = link.Split('/')[^1];
        (await app.Read(offer)).Presenters.Single(presenter => presenter.PersonId is null).LinkDigest.ShouldBe(SpeakerLinks.Digest(secret));

        var browser = app.Anybody();
        page = await browser.Get(link);
        // The secret stands in no address that follows.
        page.Path.ShouldBe(OfferForm.Path("show", offer));
        page.Html.ShouldNotContain(secret);
        (await browser.Get(OfferForm.Path("edit", offer))).Path.ShouldStartWith("/sign-in");
        page = await page.Press("Yes, I present it");
        page = await page.Follow("Go on writing");
        page = await page.Press("Save", ("Input.Title", "As Ada would have it"));
        page.Flash.ShouldBe("Saved 09:00.");
        (await app.Read(offer)).SavedBy.ShouldBe("Ada Vane");
        (await app.Deeds(day)).ShouldContain($"agreed to present the offer “{offer.Title}” (by the link of Ada Vane, a speaker from outside)");
        // It opens this offer, and nothing else.
        foreach (var path in new[] { "/", OfferForm.Path("show", await app.World.Offer(day, lead)), OfferForm.Path("presenters", offer), "/training-days/offers/mine" })
            (await browser.Get(path)).Path.ShouldStartWith("/sign-in", customMessage: path);
    }

    [Theory, BothEngines]
    public async Task A_speaker_says_no_and_the_link_opens_nothing_more(App app)
    {
        var (lead, _, offer) = await Begun(app);
        var link = await Ask(app, lead, offer, "no");
        var browser = app.Anybody();
        var page = await (await browser.Get(link)).Press("No, I do not");
        page.Heading.ShouldBe("You have said no");
        (await app.Read(offer)).Presenters.Count.ShouldBe(1);
        (await browser.Get(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get(OfferForm.Path("show", offer))).Path.ShouldStartWith("/sign-in");
    }

    [Theory, BothEngines]
    public async Task A_new_link_stops_the_old_one(App app)
    {
        var (lead, _, offer) = await Begun(app);
        var old = await Ask(app, lead, offer, "twice");
        var first = app.Anybody();
        await first.Get(old);
        await (await (await app.SignInAs(lead)).Get(OfferForm.Path("presenters", offer))).Press("Send a new link to Guest twice");
        (await app.Anybody().Get(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await first.Get(OfferForm.Path("show", offer))).Path.ShouldStartWith("/sign-in");
        var mail = await app.Db(db => db.OfferPresenters.Where(row => row.OfferId == offer.Id && row.PersonId == null).Select(row => row.Email).SingleAsync());
        (await app.Anybody().Get(await app.LinkTo(mail))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothEngines]
    public async Task When_the_call_is_closed_the_link_still_shows_but_writes_nothing(App app)
    {
        var (lead, day, offer) = await Begun(app);
        var browser = app.Anybody();
        var page = await (await browser.Get(await Ask(app, lead, offer, "late"))).Press("Yes, I present it");
        var form = await page.Follow("Go on writing");
        app.Clock.Set(day.OfferUntil!.Value);
        (await browser.SaveByScript(form, ("Input.Title", "Too late"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await browser.Get(OfferForm.Path("show", offer));
        page.Heading.ShouldBe(offer.Title);
        page.Texts("a").ShouldNotContain("Go on writing");
    }

    [Theory, BothEngines]
    public async Task Whoever_tries_links_is_slowed_down(Engine engine)
    {
        await using var app = await App.StartAsync(engine);
        var (lead, _, offer) = await Begun(app);
        var link = await Ask(app, lead, offer, "guess");
        var browser = app.Anybody();
        // A few come back while the test asks.
        var tries = 0;
        while ((await browser.Get($"/training-days/offers/link/{tries}")).Status == HttpStatusCode.NotFound)
            (++tries).ShouldBeLessThan(2 * WrongTries.MostFromOnePlace);
        tries.ShouldBeGreaterThanOrEqualTo(WrongTries.MostFromOnePlace);
        (await browser.Get(link)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, BothEngines]
    public async Task An_organiser_invites_a_speaker_to_offer_something(App app)
    {
        var trust = await app.World.Trust();
        var organiser = await app.World.Holder(Role.PdLead, trust);
        var (day, _) = await app.World.Call(trust);
        var email = $"eve.{World.Code()}@museum.example".ToLowerInvariant();
        var office = await app.SignInAs(organiser);
        var page = await (await office.Get(OfferForm.Path("invite", day))).Press(
            "Send the invitation", ("Input.Name", "Eve Ola"), ("Input.Email", email), ("Note", "Your talk on clay was splendid."));
        page.Flash.ShouldBe("Eve Ola is invited, with a link by mail.");
        page.Table().Single()[2].ShouldBe("Invited, no answer yet");
        (await app.Mails(email)).ShouldHaveSingleItem().ShouldContain("Your talk on clay was splendid.");
        page = await page.Press("Send the invitation", ("Input.Name", "Eve Ola"), ("Input.Email", email.ToUpperInvariant()));
        page.Errors.ShouldHaveSingleItem().ShouldContain("invited already");

        var browser = app.Anybody();
        page = await browser.Get(await app.LinkTo(email));
        page.Text(".card-title").ShouldBe("You are invited to offer a workshop");
        page = await page.Press("Yes, I present it");
        page = await page.Press("Save and hand in", ("Input.Title", "Clay"), ("Input.Summary", "Clay."), ("Input.Outcome", "Make."), ("Input.Priority", "Art"));
        page = await page.Press("Hand in");
        page.Text(".badge").ShouldBe("Handed in");
        (await app.Deeds(day)).ShouldContain("handed in the offer “Clay” (by the link of Eve Ola, a speaker from outside)");
        (await office.Get(OfferForm.Path("invite", day))).Table().Single()[2].ShouldBe("Handed in");
        // Somebody from outside does not look up staff.
        await (await browser.Get(page.Path)).Press("Take it back as a draft");
        var offer = await app.Db(db => db.Offers.AsNoTracking().SingleAsync(row => row.DayId == day.Id));
        page = await browser.Get($"{OfferForm.Path("presenters", offer)}?find={organiser.FamilyName}");
        page.Html.ShouldNotContain(organiser.FullName);
        page.Texts("h2").ShouldBe(["Ask a speaker from outside"]);
        page = await page.Press("Send the link", ("Input.Name", "Sam"), ("Input.Email", organiser.Email));
        page.Flash.ShouldStartWith("Sam is asked");
    }

    [Theory, BothEngines]
    public async Task A_colleague_is_not_asked_as_if_from_outside(App app)
    {
        var (lead, day, offer) = await Begun(app);
        var organisation = await app.Db(db => db.Organisations.SingleAsync(row => row.Id == day.OrganisationId));
        var colleague = await app.World.Person(organisation);
        var page = await (await (await app.SignInAs(lead)).Get(OfferForm.Path("presenters", offer))).Press("Send the link", ("Input.Name", "Sam"), ("Input.Email", colleague.Email));
        page.Errors.ShouldHaveSingleItem().ShouldContain($"it is that of {colleague.FullName}, who belongs to the day");
        var office = await app.SignInAs(await app.World.Holder(Role.PdLead, organisation));
        page = await (await office.Get(OfferForm.Path("invite", day))).Press("Send the invitation", ("Input.Name", "Sam"), ("Input.Email", colleague.Email));
        page.Errors.ShouldHaveSingleItem().ShouldContain($"it is that of {colleague.FullName}, who belongs to the day");
        (await app.Mails(colleague.Email!)).ShouldBeEmpty();
    }

    private static async Task<string> Ask(App app, Person lead, Offer offer, string name)
    {
        var email = $"{name}.{World.Code()}@guest.example".ToLowerInvariant();
        await (await (await app.SignInAs(lead)).Get(OfferForm.Path("presenters", offer))).Press("Send the link", ("Input.Name", $"Guest {name}"), ("Input.Email", email));
        return await app.LinkTo(email);
    }

    private static async Task<(Person Lead, TrainingDay Day, Offer Offer)> Begun(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Person(await app.World.School(trust: trust));
        var (day, _) = await app.World.Call(trust);
        return (lead, day, await app.World.Offer(day, lead));
    }
}
