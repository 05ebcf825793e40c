using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Tests.Features.TrainingDays.Choose;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

public sealed class LateStarterTests
{
    [Theory, BothEngines]
    public async Task Who_comes_late_chooses_and_gets_the_best_that_is_left(App app)
    {
        var (trust, day, ann) = await DayAsync(app);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var late = await app.World.Person();
        await app.World.Invite(day, late);
        var browser = await app.SignInAs(late);
        var page = await browser.Get($"/training-days/my-day/{day.Id}");
        page.Text("main").ShouldContain("You were invited after places had been given out.");
        page = await page.Follow("Choose your workshops");
        foreach (var workshop in new[] { day.Workshops[0], day.Workshops[2] })
            page = await browser.Press(page, "Add", workshop.Id);
        page.Wishes().Count.ShouldBe(2);
        // Who was in the run cannot choose again.
        var annsPage = await (await app.SignInAs(ann)).Get(WishForm.Path(day.Id));
        annsPage.Document.QuerySelectorAll("button[name=Add]").ShouldBeEmpty();
        var before = await PlacesAsync(app, day, ann);

        page = await (await lead.Get($"/training-days/changes/{day.Id}")).Follow("Give places to late starters (1)");
        page.Table().ShouldHaveSingleItem()[3].ShouldBe($"{day.Workshops[2].Title} (2nd wish)");
        page = await page.Press("Give 1 person these places");
        page.Flash.ShouldBe("1 person has been given places, and is told by email.");
        page.Text("main").ShouldContain("Everybody who is invited has been given places.");

        (await TakenAsync(app, day)).ShouldBe([1, 1, 1]);
        (await PlacesAsync(app, day, ann)).ShouldBe(before);
        page = await browser.Get($"/training-days/my-day/{day.Id}");
        page.Texts(".timetable-part h2").ShouldBe([day.Workshops[2].Title]);
        page.Text("main").ShouldContain("Your 2nd wish");
        page.Text("main").ShouldContain($"Your 1st wish, “{day.Workshops[0].Title}”: its seats had been given out before you were invited.");
        (await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == late.Email))).Text.ShouldContain(day.Workshops[2].Title);
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == day.Id && entry.ConcernsPersonId == late.Id && entry.Deed.Contains("late starter")))).ShouldBe(1);
        // From now on their list stands.
        (await browser.Get(WishForm.Path(day.Id))).Document.QuerySelectorAll("button[name=Add]").ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task What_was_seen_before_somebody_took_the_seat_is_not_done(App app)
    {
        var (trust, day, ann) = await DayAsync(app);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        await app.World.Invite(day, await app.World.Person());
        var page = await lead.Get($"/training-days/changes/late-starters/{day.Id}");
        await (await (await app.SignInAs(ann)).Get($"/training-days/changes/take/{day.Id}/{day.Workshops[2].Sessions[0].Id}")).Press("Change my place");
        page = await page.Press("Give 1 person these places");
        page.Flash.ShouldContain("Places or choices have changed since you opened the page.");
        (await TakenAsync(app, day)).ShouldBe([0, 1, 1]);
        page.Table().ShouldHaveSingleItem()[3].ShouldBe($"{day.Workshops[0].Title} (has not chosen)");
    }

    [Theory, BothEngines]
    public async Task More_late_starters_than_seats_share_what_there_is(App app)
    {
        var (trust, day, _) = await DayAsync(app);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        for (var number = 0; number < 3; number++)
            await app.World.Invite(day, await app.World.Person());
        var page = await lead.Get($"/training-days/changes/late-starters/{day.Id}");
        page.Table().Count(row => row[3] == "No seat is left for them").ShouldBe(2);
        (await page.Press("Give 3 people these places")).Flash.ShouldContain("3 people have been given places");
        (await TakenAsync(app, day)).ShouldBe([1, 1, 1]);
    }

    [Theory, BothEngines]
    public async Task Many_are_given_places_in_as_many_queries_as_one(App app)
    {
        var counts = new List<int>();
        foreach (var people in new[] { 1, 4 })
        {
            var (trust, day, _) = await DayAsync(app, seats: 5);
            for (var number = 0; number < people; number++)
                await app.World.Choose(await app.World.Invite(day, await app.World.Person()), day.Workshops[0]);
            var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get($"/training-days/changes/late-starters/{day.Id}");
            // Rows are written one by one on SQLite; what is looked up and changed in place is not.
            counts.Add((await app.QueriesOf(() => page.Press(people == 1 ? "Give 1 person these places" : $"Give {people} people these places"))).Count(text => !text.Contains("INSERT", StringComparison.Ordinal)));
            (await TakenAsync(app, day)).ShouldBe([1 + people, 1, 0]);
        }
        counts[1].ShouldBe(counts[0]);
    }

    [Theory, BothEngines]
    public async Task Neither_the_school_cap_nor_what_others_lost_since_stands_in_the_way(App app)
    {
        var (trust, day, ann) = await DayAsync(app, seats: 3, schoolCap: 1);
        // Ann has become somebody whom her workshop is not for; her place stays.
        await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id && row.PersonId == ann.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.RoleGroup, RoleGroup.Governor)));
        await app.Db(async db =>
        {
            (await db.Workshops.SingleAsync(row => row.Id == day.Workshops[0].Id)).Audience = [RoleGroup.Teacher];
            return await db.SaveChangesAsync();
        });
        var school = await app.Db(db => db.Organisations.SingleAsync(row => db.Invitees.Any(one => one.DayId == day.Id && one.PersonId == ann.Id && one.OrganisationId == row.Id)));
        var colleague = await app.World.Person(school);
        await app.World.Choose(await app.World.Invite(day, colleague), day.Workshops[0], day.Workshops[1]);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await lead.Get($"/training-days/changes/late-starters/{day.Id}");
        page.Table().ShouldHaveSingleItem()[3].ShouldBe($"{day.Workshops[1].Title} (2nd wish)");
        await page.Press("Give 1 person these places");
        (await TakenAsync(app, day)).ShouldBe([1, 2, 0]);
    }

    /// <summary>A slot, three workshops; Ann is in the first and somebody else in the second.</summary>
    private static async Task<(Organisation Trust, TrainingDay Day, Person Ann)> DayAsync(App app, int seats = 1, int? schoolCap = null)
    {
        var trust = await app.World.Trust();
        var (ann, ben) = (await app.World.Person(), await app.World.Person());
        var day = await app.World.Day(trust, DayStage.Published, slots: 1, workshops: 3, seats: seats);
        await app.World.AdoptedRun(
            day, ann, (await app.World.Invite(day, ann), day.Workshops[0].Sessions[0], 1), (await app.World.Invite(day, ben), day.Workshops[1].Sessions[0], 1));
        await app.World.GoLive(day, schoolCap);
        return (trust, day, ann);
    }

    private static Task<List<int>> TakenAsync(App app, TrainingDay day) => app.Db(db =>
        db.Sessions.Where(row => row.Workshop!.DayId == day.Id).OrderBy(row => row.Workshop!.Code).Select(row => row.Taken).ToListAsync());

    private static Task<List<Guid?>> PlacesAsync(App app, TrainingDay day, Person person) => app.Db(db => db.Places
        .Where(place => place.Invitee!.DayId == day.Id && place.Invitee.PersonId == person.Id).OrderBy(place => place.Id).Select(place => place.SessionId).ToListAsync());
}
