using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Programme;

public sealed class SuggestionTests
{
    [Theory, BothEngines]
    public async Task A_programme_is_suggested_from_stars_and_taken(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Programme, slots: 2);
        var (hall, _) = (await app.World.Room(day, 30), await app.World.Room(day, 30));
        var (first, second) = (await app.World.Workshop(day), await app.World.Workshop(day));
        // The same people want both, and both stand in the first slot.
        var staying = await app.World.Session(first, day.Slots[0], hall, 30);
        var other = (await app.Db(db => db.Rooms.Where(room => room.DayId == day.Id && room.Id != hall.Id).SingleAsync()));
        await app.World.Session(second, day.Slots[0], other, 30);
        var school = await app.World.School();
        for (var number = 0; number < 5; number++)
        {
            var invitee = await app.World.Invite(day, await app.World.Person(school));
            await app.World.Add(new Star { InviteeId = invitee.Id, WorkshopId = first.Id });
            await app.World.Add(new Star { InviteeId = invitee.Id, WorkshopId = second.Id });
        }
        var lead = await app.World.Holder(Role.PdLead, trust);
        // Somebody has a fixed place in the first of them: it is the other that has to move.
        var fixedFor = await app.Db(db => db.Invitees.Where(invitee => invitee.DayId == day.Id).OrderBy(invitee => invitee.Id).Select(invitee => invitee.Id).FirstAsync());
        await app.World.Add(new FixedPlace { InviteeId = fixedFor, SessionId = staying.Id, Reason = "First aid", FixedById = lead.Id, FixedAt = app.Clock.GetUtcNow().UtcDateTime });
        var browser = await app.SignInAs(lead);
        await (await browser.Get($"/training-days/programme/suggest/{day.Id}")).Press("Suggest a programme", ("Seconds", 2));
        await app.JobEnded(await app.Db(db => db.JobRuns.SingleAsync(job => job.Kind == SuggestProgramme.Kind && db.ProgrammeSuggestions.Any(row => row.Id == job.SubjectId && row.DayId == day.Id))));
        var suggestion = await app.Db(db => db.ProgrammeSuggestions.SingleAsync(row => row.DayId == day.Id));
        var found = PackedJson.Unpack<SuggestedProgramme>(suggestion.Outcome!);
        found.After.Content.ShouldBe(5);
        found.Before!.Content.ShouldBeLessThan(5);
        (await app.Db(db => db.Sessions.CountAsync(row => row.Workshop!.DayId == day.Id && row.SlotId == day.Slots[0].Id))).ShouldBe(2, "nothing changes until it is taken");

        var page = await browser.Get($"/training-days/programme/suggestion/{day.Id}/{suggestion.Id}");
        page = await page.Press("Take this programme");
        page.Path.ShouldBe($"/training-days/programme/board/{day.Id}");
        page.Text(".figures").ShouldContain("5 of 5 people (100%)");
        var slots = await app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == day.Id).Select(row => row.SlotId).ToListAsync());
        slots.ToHashSet().ShouldBe(day.Slots.Select(slot => slot.Id), ignoreOrder: true);
        (await app.Db(db => db.Sessions.SingleAsync(row => row.Id == staying.Id))).SlotId.ShouldBe(day.Slots[0].Id);
    }

    [Theory, BothEngines]
    public async Task Stars_are_given_when_asked_and_by_those_invited(App app)
    {
        var trust = await app.World.Trust();
        var person = await app.World.Person(await app.World.School(trust: trust));
        var stranger = await app.World.Person(await app.World.School());
        var day = await app.World.Day(trust, DayStage.Programme, workshops: 2, invitees: [person]);
        var browser = await app.SignInAs(person);
        (await browser.Get($"/training-days/interest/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "nobody has been asked");
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await (await lead.Get($"/training-days/programme/interest/{day.Id}")).Press("Ask");
        page.Flash.ShouldContain("1 person can give stars until");
        (await app.Db(db => db.OutgoingMails.CountAsync(mail => mail.To == person.Email && mail.Subject.Contains(day.Name)))).ShouldBe(1);

        (await (await app.SignInAs(stranger)).Get($"/training-days/interest/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await (await browser.Get("/")).Follow($"Give stars: {day.Name}");
        page = await page.Press($"Give a star: {day.Workshops[1].Title}");
        page.Text("main").ShouldContain("1 star given.");
        (await lead.Get($"/training-days/programme/interest/{day.Id}")).Table()[0][1].ShouldBe("1");
        page = await page.Press($"Star given: {day.Workshops[1].Title}");
        page.Text("main").ShouldContain("No star given yet.");
    }

    [Theory, BothEngines]
    public async Task People_whom_a_change_touches_are_told_and_nobody_else(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (touched, other) = (await app.World.Person(school), await app.World.Person(school));
        var day = await app.World.Day(trust, DayStage.Programme, workshops: 2);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        await app.World.Choose(await app.World.Invite(day, touched), day.Workshops[0]);
        await app.World.Choose(await app.World.Invite(day, other), day.Workshops[1]);
        await (await lead.Get($"/training-days/open-choosing/{day.Id}")).Press("Open choosing");
        var page = await lead.Get($"/training-days/programme/versions/{day.Id}");
        page.Text("main").ShouldContain("The programme is as people were told.");

        await app.Db(db => db.Sessions.Where(row => row.Id == day.Workshops[0].Sessions[1].Id).ExecuteDeleteAsync());
        page = await lead.Get($"/training-days/programme/versions/{day.Id}");
        page.Text("main").ShouldContain($"W01 {day.Workshops[0].Title} no longer runs in {day.Slots[1].Name}.");
        page = await page.Press("Tell 1 person", ("Note", "The gym is being painted."));
        page.Flash.ShouldBe("1 person is told.");
        page.Table()[0][0].ShouldBe("2");
        var mails = await app.Db(db => db.OutgoingMails.Where(mail => mail.Subject.StartsWith("Changed: " + day.Name)).Select(mail => mail.To).ToListAsync());
        mails.ShouldBe([touched.Email!]);
    }
}
