using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Writing an offer, alone and with others.</summary>
public sealed class WritingTests
{
    [Theory, BothEngines]
    public async Task Without_a_script_the_button_saves(App app)
    {
        var (day, call, offer, lead) = await Begun(app);
        var page = await (await app.SignInAs(lead)).Get(OfferForm.Path("edit", offer));
        page = await page.Press(
            "Save", ("Input.Title", "  Calm corridors "), ("Input.Summary", "We walk\nthe corridors."), ("Input.Outcome", "stand at their door"),
            ("Input.TopicId", call.Topics[1].Id), ("Input.Evidence", "Two classes"), ("Input.Mechanisms", new[] { Mechanism.Model, Mechanism.Rehearse, Mechanism.ActionPlanning }),
            ("Input.Audience", new[] { RoleGroup.Teacher, RoleGroup.SiteAndPremises }), ("Input.AwaySlots", new[] { day.Slots[1].Id }), ("Input.Smallest", 4),
            ("Input.Largest", 20), ("Input.MostRuns", 2), ("Input.RoomNeeds", "A corridor"));
        page.Flash.ShouldBe("Saved 09:00.");
        page.Text(".autosave-state").ShouldBe("Saved 09:00");
        page.Text("#balance").ShouldBe("Balanced design: you have two of the four groups; missing: build knowledge, motivate staff.");
        var saved = await app.Read(offer);
        (saved.Title, saved.Summary, saved.Outcome, saved.TopicId, saved.Evidence).ShouldBe(("Calm corridors", "We walk\nthe corridors.", "stand at their door", call.Topics[1].Id, "Two classes"));
        saved.Mechanisms.ShouldBe([Mechanism.Model, Mechanism.Rehearse, Mechanism.ActionPlanning]);
        saved.Audience.ShouldBe([RoleGroup.Teacher, RoleGroup.SiteAndPremises]);
        saved.AwaySlots.ShouldBe([day.Slots[1].Id]);
        (saved.Smallest, saved.Largest, saved.MostRuns, saved.RoomNeeds).ShouldBe((4, 20, 2, "A corridor"));
        (saved.SavedAt, saved.SavedBy).ShouldBe((app.Clock.Now, lead.FullName));
        page.Texts("input:checked + label").ShouldContain("I show it, live or on film");

        // Taking every tick out again is saved, too.
        page = await page.Press("Save", ("Input.Mechanisms", Array.Empty<string>()), ("Input.Audience", Array.Empty<string>()), ("Input.AwaySlots", Array.Empty<string>()), ("Input.TopicId", ""));
        saved = await app.Read(offer);
        (saved.Mechanisms.Count, saved.Audience.Count, saved.AwaySlots.Count, saved.TopicId).ShouldBe((0, 0, 0, null));
        page.Text("#balance").ShouldBe("Balanced design: you have none of the four groups; missing: build knowledge, motivate staff, develop techniques, embed practice.");
    }

    [Theory, BothEngines]
    public async Task A_script_saves_while_somebody_types_gaps_and_all(App app)
    {
        var (_, _, offer, lead) = await Begun(app);
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("edit", offer));
        var answer = await browser.SaveByScript(page, ("Input.Title", "Cal"), ("Input.Summary", ""), ("Input.MostRuns", ""));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Html.ShouldBe("""{"version":1,"words":"Saved 09:00"}""");
        var saved = await app.Read(offer);
        (saved.Title, saved.Summary, saved.MostRuns, saved.State).ShouldBe(("Cal", "", 1, OfferState.Draft));

        // The same once more, from a phone that never heard the answer: no quarrel, and nothing new.
        answer = await browser.SaveByScript(page);
        answer.Html.ShouldBe("""{"version":1,"words":"Saved 09:00"}""");
        (await app.Read(offer)).Version.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_is_refused_in_words_and_stays_in_the_form(App app)
    {
        var (_, _, offer, lead) = await Begun(app);
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("edit", offer));
        var answer = await browser.SaveByScript(page, ("Input.Title", "Kept in the form"), ("Input.Smallest", 30), ("Input.Largest", 20));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("Largest number of people: it cannot be less than the smallest");
        page = await page.Press("Save");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.ShouldBe(["Largest number of people: it cannot be less than the smallest"]);
        page.Document.QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("Kept in the form");
        page = await page.Press("Save", ("Input.Smallest", "0"), ("Input.MostRuns", "99"));
        page.Errors.ShouldBe(["Smallest number of people: give a number from 1 to 500", "How often you would run it: give a number from 1 to 6"], ignoreOrder: true);
        page = await page.Press("Save", ("Input.Smallest", ""), ("Input.MostRuns", "1"), ("Input.Title", new string('x', Workshop.TitleLength + 1)));
        page.Errors.ShouldHaveSingleItem().ShouldContain("120 characters or fewer");
        (await app.Read(offer)).Version.ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Of_two_who_write_at_once_the_second_reads_what_the_first_wrote(App app)
    {
        var (_, _, offer, lead) = await Begun(app);
        var other = await app.World.Person();
        await app.World.Presenter(offer, other);
        var (first, second) = (await app.SignInAs(lead), await app.SignInAs(other));
        var mine = await second.Get(OfferForm.Path("edit", offer));
        await (await first.Get(OfferForm.Path("edit", offer))).Press("Save", ("Input.Title", "The first's title"), ("Input.Priority", "Reading"));

        (await second.SaveByScript(mine, ("Input.Title", "The second's title"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var page = await mine.Press("Save", ("Input.Title", "The second's title"));
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text("[role=alert]").ShouldContain($"{lead.FullName}, or you in another window, saved this offer at 09:00");
        page.Texts("#differences dt, #differences dd").ShouldBe(["Title", "The first's title", "Priority or need", "Reading"]);
        page.Document.QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("The second's title");
        // Nothing goes on by itself until somebody decides.
        page.Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave").ShouldBeNullOrEmpty();
        (await app.Read(offer)).Title.ShouldBe("The first's title");

        page = await page.Press("Save", ("Input.Priority", "Reading"));
        page.Flash.ShouldBe("Saved 09:00.");
        var saved = await app.Read(offer);
        (saved.Title, saved.Priority, saved.SavedBy).ShouldBe(("The second's title", "Reading", other.FullName));
    }

    [Theory, BothEngines]
    public async Task What_belongs_to_another_day_is_left_out(App app)
    {
        var (_, _, offer, lead) = await Begun(app);
        var (other, call) = await app.World.Call();
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("edit", offer));
        var token = page.Document.QuerySelector("form[data-autosave] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.Post(
            OfferForm.Path("edit", offer), ("Input.Title", "Mine"), ("Input.TopicId", call.Topics[0].Id.ToString()), ("Input.AwaySlots", other.Slots[0].Id.ToString()),
            ("Input.Version", "0"), ("__RequestVerificationToken", token));
        var saved = await app.Read(offer);
        (saved.Title, saved.TopicId, saved.AwaySlots.Count).ShouldBe(("Mine", null, 0));
    }

    [Theory, BothEngines]
    public async Task After_the_deadline_nothing_is_saved_and_nothing_typed_is_lost(App app)
    {
        var (day, _, offer, lead) = await Begun(app);
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("edit", offer));
        app.Clock.Set(day.OfferUntil!.Value);
        var answer = await browser.SaveByScript(page, ("Input.Title", "Too late"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("The offer can no longer be changed");
        page = await page.Press("Save", ("Input.Title", "Too late"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text("[role=alert]").ShouldStartWith("Not saved.");
        page.Document.QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("Too late");
        (await app.Read(offer)).Title.ShouldNotBe("Too late");
        (await browser.Get(OfferForm.Path("edit", offer))).Path.ShouldBe(OfferForm.Path("show", offer));
    }

    [Theory, BothEngines]
    public async Task Only_its_presenters_write_it_and_a_draft_is_theirs_alone(App app)
    {
        var (day, _, offer, _) = await Begun(app);
        var organiser = await app.World.Holder(Role.PdLead, await app.Db(db => db.Organisations.SingleAsync(row => row.Id == day.OrganisationId)));
        var asked = await app.World.Person();
        await app.World.Presenter(offer, asked, hasAccepted: false);
        string[] all = ["show", "edit", "files", "presenters", "hand-in", "withdraw"];
        foreach (var (person, pages) in new[] { (organiser, all), (await app.World.Person(), all), (asked, all[1..]) })
        {
            var browser = await app.SignInAs(person);
            foreach (var page in pages)
                (await browser.Get(OfferForm.Path(page, offer))).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        (await (await app.SignInAs(asked)).Get(OfferForm.Path("show", offer))).Text("main").ShouldContain(offer.Summary);
        (await app.Anybody().Get(OfferForm.Path("show", offer))).Path.ShouldStartWith("/sign-in");
    }

    private static async Task<(TrainingDay Day, WorkshopCall Call, Offer Offer, Person Lead)> Begun(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Person(await app.World.School(trust: trust));
        var (day, call) = await app.World.Call(trust);
        return (day, call, await app.World.Offer(day, lead), lead);
    }
}
