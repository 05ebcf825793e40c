using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Colleagues who are asked to present together.</summary>
public sealed class PresentersTests
{
    [Theory, BothEngines]
    public async Task A_colleague_is_asked_finds_it_and_says_yes(App app)
    {
        var (lead, colleague, day, offer) = await Begun(app);
        var page = await (await app.SignInAs(lead)).Get(OfferForm.Path("presenters", offer));
        page = await page.Submit("form[role=search]", ("find", colleague.FamilyName));
        page = await page.Press($"Ask {colleague.FullName}");
        page.Flash.ShouldContain($"{colleague.FullName} is asked.");
        page.Table("table:has(caption:contains(\"Presenters\"))").Select(row => row[2]).ShouldBe(["Leads", "Asked, no answer yet"]);
        (await app.Mails(colleague.Email!)).ShouldHaveSingleItem().ShouldContain($"/training-days/offers/show/{offer.Id}");

        var browser = await app.SignInAs(colleague);
        page = await browser.Get("/");
        page.Text(".card-title").ShouldBe($"{lead.FullName} asks you to present a workshop");
        page = await page.Follow($"Read it and answer: {offer.Title}");
        page = await page.Press("Yes, I present it");
        page.Flash.ShouldBe("You present this workshop.");
        (await browser.Get("/")).Texts(".card-title").ShouldBeEmpty();
        (await browser.Get(OfferForm.Path("edit", offer))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.Mails(lead.Email!)).ShouldHaveSingleItem().ShouldContain("The answer is yes.");
        (await app.Deeds(day)).ShouldBe([$"asked {colleague.FullName} to present the offer “{offer.Title}”", $"agreed to present the offer “{offer.Title}”"]);
    }

    [Theory, BothEngines]
    public async Task Or_says_no_and_is_taken_out(App app)
    {
        var (lead, colleague, _, offer) = await Begun(app);
        await app.World.Presenter(offer, colleague, hasAccepted: false);
        var browser = await app.SignInAs(colleague);
        var page = await (await browser.Get(OfferForm.Path("show", offer))).Press("No, I do not");
        page.Path.ShouldBe("/");
        (await app.Read(offer)).Presenters.ShouldHaveSingleItem().PersonId.ShouldBe(lead.Id);
        (await app.Mails(lead.Email!)).ShouldHaveSingleItem().ShouldContain("The answer is no");
        (await browser.Get(OfferForm.Path("show", offer))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Only_people_of_the_days_circle_are_found_and_only_by_three_letters(App app)
    {
        var (lead, colleague, _, offer) = await Begun(app);
        var stranger = await app.World.Person();
        var browser = await app.SignInAs(lead);
        foreach (var (asked, names) in new[] { (stranger.FamilyName, 0), (colleague.FamilyName, 1), ("we", 0) })
        {
            var page = await browser.Get($"{OfferForm.Path("presenters", offer)}?find={asked}");
            page.Document.QuerySelectorAll("button[name=person]").Length.ShouldBe(names, asked);
        }
        (await browser.Get($"{OfferForm.Path("presenters", offer)}?find=we")).Text("main").ShouldContain("Write at least three letters");
        var token = (await browser.Get(OfferForm.Path("presenters", offer))).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post($"{OfferForm.Path("presenters", offer)}?handler=Add", ("person", stranger.Id.ToString()), ("__RequestVerificationToken", token)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Nobody_answers_for_somebody_else_or_twice(App app)
    {
        var (lead, colleague, _, offer) = await Begun(app);
        await app.World.Presenter(offer, colleague, hasAccepted: false);
        var browser = await app.SignInAs(lead);
        var token = (await browser.Get(OfferForm.Path("presenters", offer))).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Accept", "Decline" })
            (await browser.Post($"{OfferForm.Path("show", offer)}?handler={handler}", ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        (await app.Read(offer)).Presenters.Count(presenter => presenter.AcceptedAt is null).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task The_lead_takes_somebody_off_and_there_is_an_end_to_asking(App app)
    {
        var (lead, colleague, _, offer) = await Begun(app);
        for (var more = 1; more < OfferPresenter.MostTogether; more++)
            await app.World.Presenter(offer, await app.World.Person(name: $"More P{more}"));
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get($"{OfferForm.Path("presenters", offer)}?find={colleague.FamilyName}")).Press($"Ask {colleague.FullName}");
        page.Flash.ShouldBe("There are 6 of you already. Take somebody off first.");
        await page.Press(page.Texts("button").Last(words => words.StartsWith("Take off More P5", StringComparison.Ordinal)));
        (await app.Read(offer)).Presenters.Count.ShouldBe(OfferPresenter.MostTogether - 1);
    }

    private static async Task<(Person Lead, Person Colleague, TrainingDay Day, Offer Offer)> Begun(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Person(await app.World.School(trust: trust), name: "Lea Lead");
        var colleague = await app.World.Person(await app.World.School(trust: trust), RoleGroup.TeachingAssistant, "Cole Colleague");
        var (day, _) = await app.World.Call(trust);
        return (lead, colleague, day, await app.World.Offer(day, lead));
    }
}
