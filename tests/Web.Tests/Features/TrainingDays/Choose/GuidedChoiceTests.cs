using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

/// <summary>The order that fits, the reasons, and where they come from: what people say for themselves and what PD leads suggest.</summary>
public sealed class GuidedChoiceTests
{
    [Theory, BothEngines]
    public async Task What_a_person_says_matters_to_them_moves_up_and_stays_theirs(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 2, invitees: [person]);
        var (topic, served) = await ServedTopicAsync(app, day);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        page.Texts($"#w{served.Id:N} .workshop-fit").ShouldBe([$"“{topic.Name}” is a topic of the day."]);
        page = await page.Follow("Say what matters to you");
        page.Text("main").ShouldContain("Only you see this.");
        page = await page.Press("Save", ("Topic", new[] { topic.Id.ToString() }));
        page.Texts(".workshop h4").ShouldBe([served.Title, day.Workshops[0].Title, day.Workshops[1].Title]);
        page.Texts($"#w{served.Id:N} .workshop-fit").ShouldBe([$"You said that “{topic.Name}” matters to you."]);
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == day.Id))).ShouldBe(0);

        var other = await app.World.Person();
        await app.World.Invite(day, other);
        (await (await app.SignInAs(other)).Get(WishForm.Path(day.Id))).Texts($"#w{served.Id:N} .workshop-fit").ShouldBe([$"“{topic.Name}” is a topic of the day."]);

        page = await (await browser.Get($"/training-days/choose/needs/{day.Id}")).Press("Save", ("Topic", Array.Empty<string>()));
        page.Texts($"#w{served.Id:N} .workshop-fit").ShouldBe([$"“{topic.Name}” is a topic of the day."]);
    }

    [Theory, BothEngines]
    public async Task What_a_PD_lead_suggests_is_said_to_those_of_their_school_and_chosen_for_nobody(App app)
    {
        var school = await app.World.School();
        var (teacher, assistant, stranger) = (await app.World.Person(school), await app.World.Person(school, RoleGroup.TeachingAssistant), await app.World.Person());
        var day = await app.World.Day(workshops: 3, invitees: [teacher, assistant, stranger]);
        var lead = await app.World.Holder(Role.PdLead, school);
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get($"/training-days/who-has-not-chosen/{day.Id}")).Follow("Suggest workshops");
        page = await page.Follow($"Suggest: {day.Workshops[2].Title}");
        page = await page.Press("Suggest it", ("Input.RoleGroup", nameof(RoleGroup.Teacher)), ("Input.Note", "Our plan asks for it"));
        page.Flash.ShouldBe($"Suggested to teachers at {school.Name}: “{day.Workshops[2].Title}”.");
        page.Table().Single(row => row[0].StartsWith("W03", StringComparison.Ordinal))[2].ShouldBe($"teachers at {school.Name}");

        page = await (await app.SignInAs(teacher)).Get(WishForm.Path(day.Id));
        page.Texts(".workshop h4").ShouldBe([day.Workshops[2].Title, day.Workshops[0].Title, day.Workshops[1].Title]);
        page.Texts(".workshop-fit").ShouldBe([$"{lead.FullName} suggests it to teachers at your school (“Our plan asks for it”)."]);
        page.Wishes().ShouldBeEmpty();
        foreach (var other in new[] { assistant, stranger })
            (await (await app.SignInAs(other)).Get(WishForm.Path(day.Id))).Texts(".workshop-fit").ShouldBeEmpty();
        (await app.Db(db => db.AuditEntries.SingleAsync(entry => entry.SubjectId == day.Id))).OrganisationId.ShouldBe(school.Id);

        var form = $"/training-days/choose/suggest/{day.Id}/{day.Workshops[2].Id}";
        (await (await browser.Get(form)).Press("Suggest it", ("Input.RoleGroup", nameof(RoleGroup.Teacher)))).Errors.ShouldHaveSingleItem().ShouldContain("suggested to these already");
        page = await (await browser.Get(form)).Press($"Take back: Teachers, {school.Name}");
        page.Flash.ShouldContain("No longer suggested");
        (await (await app.SignInAs(teacher)).Get(WishForm.Path(day.Id))).Texts(".workshop-fit").ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task Only_PD_leads_of_schools_that_are_invited_suggest_and_only_to_their_own(App app)
    {
        var (ours, theirs) = (await app.World.School(), await app.World.School());
        var day = await app.World.Day(workshops: 1, invitees: [await app.World.Person(ours), await app.World.Person(theirs)]);
        var path = $"/training-days/choose/suggest/{day.Id}/{day.Workshops[0].Id}";
        var elsewhere = await app.World.School();
        foreach (var holder in new[] { await app.World.Holder(Role.StaffManager, ours), await app.World.Holder(Role.Governor, ours), await app.World.Holder(Role.PdLead, elsewhere) })
        {
            (await (await app.SignInAs(holder)).Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await (await app.SignInAs(holder)).Get($"/training-days/choose/suggestions/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, ours));
        var page = await lead.Get(path);
        page.Html.ShouldNotContain(theirs.Name);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        page = await lead.Post(path, ("__RequestVerificationToken", token), ("Input.School", theirs.Id.ToString()));
        page.Errors.ShouldBe(["To the people of: choose one of your schools"]);
        (await app.Db(db => db.Suggestions.CountAsync(row => row.Workshop!.DayId == day.Id))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task The_order_is_switched_without_a_script_and_remembered_and_hides_nothing(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(invitees: [person]);
        var plain = new List<Workshop>();
        for (var number = 0; number < 4; number++)
            plain.Add(await app.World.Workshop(day));
        var fitting = await app.World.Workshop(day, [RoleGroup.Teacher]);
        var others = await app.World.Workshop(day, [RoleGroup.Catering]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        page.Texts(".workshop h4")[0].ShouldBe(fitting.Title);
        page.Texts(".workshop-fit").ShouldBe(["It is for teachers."]);
        var all = page.Texts(".workshop h4").Order(StringComparer.Ordinal).ToList();
        all.Count.ShouldBe(6);

        page = await page.Follow("Leave out the reasons");
        page.Texts(".workshop-fit").ShouldBeEmpty();
        page.Texts(".workshop h4")[0].ShouldBe(fitting.Title);
        page.Texts(".workshop h4").Order(StringComparer.Ordinal).ShouldBe(all);

        page = await page.Follow("go from A to Z");
        page.Texts(".workshop h4").ShouldBe([.. plain.Append(fitting).Select(workshop => workshop.Title).Order(StringComparer.OrdinalIgnoreCase), others.Title]);
        page = await browser.Press(page, "Add", plain[1].Id);
        page = await browser.Get(WishForm.Path(day.Id));
        page.Texts(".workshops h3").ShouldBe(["A to Z (5)", "For other people (1)"]);
        page.Wishes().ShouldBe([plain[1].Title]);
        (await page.Follow("Put what fits you first")).Texts(".workshop h4")[0].ShouldBe(fitting.Title);
    }

    [Theory, BothEngines]
    public async Task Subjects_and_key_stages_of_all_posts_count(App app)
    {
        var person = await app.World.Person();
        await app.Db(async db =>
        {
            var post = await db.Posts.SingleAsync(row => row.PersonId == person.Id);
            (post.Subjects, post.KeyStages) = (["Music"], ["Key stage 1"]);
            return await db.SaveChangesAsync();
        });
        var day = await app.World.Day(invitees: [person]);
        var singing = await app.World.Add(new Workshop { DayId = day.Id, Code = "W02", Title = "Singing", Summary = "Music for KS1 classes." });
        await app.World.Workshop(day);
        (await (await app.SignInAs(person)).Get(WishForm.Path(day.Id))).Texts($"#w{singing.Id:N} .workshop-fit")
            .ShouldBe(["It is about music, which you teach; it is about key stage 1, where you teach."]);
    }

    /// <summary>A topic of the day's call, and a workshop that was offered for it.</summary>
    private static async Task<(CallTopic Topic, Workshop Workshop)> ServedTopicAsync(App app, TrainingDay day)
    {
        var call = new WorkshopCall { DayId = day.Id };
        call.Topics.Add(new CallTopic { CallId = call.Id, Name = $"Topic {World.Code()}" });
        await app.World.Add(call);
        var offer = await app.World.Offer(day, await app.World.Person(), OfferState.Submitted, call.Topics[0], OfferDecision.Accept, isSent: true);
        var workshop = await app.World.Add(new Workshop { DayId = day.Id, Code = "W03", Title = offer.Title, OfferId = offer.Id });
        return (call.Topics[0], workshop);
    }
}
