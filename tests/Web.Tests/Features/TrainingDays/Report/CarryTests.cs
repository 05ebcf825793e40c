using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Report;

public sealed class CarryTests
{
    [Theory]
    // Needed places, chose, stayed away, steps, before -> after.
    [InlineData(true, true, false, 3, 0, 3, CarryChange.Added)]
    [InlineData(true, true, false, 3, 2, 5, CarryChange.Added)]
    [InlineData(true, true, false, 7, 6, 9, CarryChange.Added)]
    [InlineData(true, true, false, 0, 6, 0, CarryChange.MadeGood)]
    [InlineData(true, false, false, 3, 2, 2, CarryChange.DidNotChoose)]
    [InlineData(true, true, true, 3, 2, 2, CarryChange.DidNotCome)]
    [InlineData(false, true, false, 0, 4, 4, CarryChange.NeededNoPlace)]
    public void Steps_add_up_until_a_best_day(bool needed, bool chose, bool away, int steps, int before, int after, CarryChange change) =>
        CarryRule.Next(new DayEnd(needed, chose, away, steps), before).ShouldBe((after, change));

    [Theory, BothEngines]
    public async Task A_closed_day_is_remembered_and_the_next_one_takes_it(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var lead = await app.World.Holder(Role.PdLead, at: trust);
        var people = new List<Person>();
        for (var number = 0; number < 6; number++)
            people.Add(await app.World.Person(school));
        var (ann, ben, cat, dan, eve, fay) = (people[0], people[1], people[2], people[3], people[4], people[5]);
        var day = await app.World.Day(trust, DayStage.OnTheDay, slots: 1, workshops: 3);
        var invitees = new Dictionary<Guid, Invitee>();
        foreach (var person in people)
            invitees[person.Id] = await app.World.Invite(day, person, carry: 2);
        foreach (var person in people.Where(person => person != cat))
            await app.World.Choose(invitees[person.Id], [.. day.Workshops]);
        // Ann and Dan got their third wish, Ben his first, Cat chose nothing, Eve and Fay got their third, too.
        Session In(int workshop) => day.Workshops[workshop].Sessions[0];
        var run = await app.World.AdoptedRun(
            day, lead, (invitees[ann.Id], In(2), 3), (invitees[ben.Id], In(0), 1), (invitees[cat.Id], In(2), null), (invitees[dan.Id], In(2), 3), (invitees[eve.Id], In(2), 3), (invitees[fay.Id], In(2), 3));
        foreach (var person in new[] { ann, dan, eve, fay })
            await RegretAsync(app, run, invitees[person.Id], 2);
        await app.World.GoLive(day);
        var live = (await app.Db(db => db.TrainingDays.SingleAsync(row => row.Id == day.Id))).LiveRunId;
        // Eve then got her second wish from the waiting list; Fay gave hers back, which is her own choice. Dan did not come and said nothing.
        await MoveAsync(app, live, invitees[eve.Id], In(1).Id, PlaceOrigin.Waiting);
        await MoveAsync(app, live, invitees[fay.Id], null, PlaceOrigin.Own);
        await app.World.Register(day, In(2), dan, AttendanceState.Absent);
        await app.World.Register(day, In(2), ann, AttendanceState.Present);
        // Ann is invited to the next day before this one is closed, Ben too, but somebody set what he brings by hand.
        var next = await app.World.Day(trust, DayStage.Draft);
        await app.World.Invite(next, ann, carry: 2);
        await app.World.Invite(next, ben, carry: 7);
        await app.World.Invite(next, dan, carry: 2);

        app.Clock.Set(day.Date.AddDays(1).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc));
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get($"/training-days/step/{day.Id}/close-day")).Press("Close the day");
        page.Flash.ShouldBe("The day is closed.");
        await App.Eventually(() => app.Db(db => db.Disappointments.CountAsync(row => row.DayId == day.Id)), count => count == 6);

        var after = await app.Db(db => db.Disappointments.Where(row => row.DayId == day.Id).ToDictionaryAsync(row => row.PersonId, row => (row.Change, row.Steps, row.After)));
        after[ann.Id].ShouldBe((CarryChange.Added, 2, 4));
        after[ben.Id].ShouldBe((CarryChange.MadeGood, 0, 0));
        after[cat.Id].ShouldBe((CarryChange.DidNotChoose, 0, 2));
        after[dan.Id].ShouldBe((CarryChange.DidNotCome, 2, 2));
        after[eve.Id].ShouldBe((CarryChange.Added, 1, 3));
        after[fay.Id].ShouldBe((CarryChange.Added, 2, 4));

        (await CarryAsync(app, next, ann)).ShouldBe(4);
        (await CarryAsync(app, next, ben)).ShouldBe(7);
        var third = await app.World.Day(trust, DayStage.Draft);
        page = await browser.Get($"/training-days/invite/person/{third.Id}?find={eve.FamilyName}");
        await page.Press($"Invite {eve.FullName}");
        (await CarryAsync(app, third, eve)).ShouldBe(3);

        (await browser.Get($"/training-days/report/carried/{day.Id}")).Table()
            .Select(row => (row[0], row[1], row[3])).ShouldContain((dan.FullName, "Did not come and had not said so, so nothing is added", "2"));
        (await (await app.SignInAs(ann)).Get($"/training-days/my-day/{day.Id}")).Text("main")
            .ShouldContain("Your day fell 2 steps short of the best you could have had. This is remembered: at the next training day your wishes count 5 times");
        // One mail each to those who were there, none to Dan, and none to Fay, who had given her place back.
        var asked = await app.Db(db => db.OutgoingMails.Where(mail => mail.Subject == $"How was it? {day.Name}").Select(mail => mail.To).ToListAsync());
        asked.Order().ShouldBe(new[] { ann.Email!, ben.Email!, eve.Email! }.Order());

        // The register was wrong: Dan had been there. What he takes on is worked out again, and the next day has it, too.
        var register = await browser.Get($"/training-days/attendance/register/{In(2).Id}");
        register = await register.Press($"Present: {dan.FullName}");
        (await KeptAsync(app, day, dan)).ShouldBe((CarryChange.Added, 2, 4));
        (await CarryAsync(app, next, dan)).ShouldBe(4);
        // Ann's was right, and stays.
        (await KeptAsync(app, day, ann)).ShouldBe((CarryChange.Added, 2, 4));
        await register.Press($"Absent: {dan.FullName}");
        (await KeptAsync(app, day, dan)).ShouldBe((CarryChange.DidNotCome, 2, 2));
        (await CarryAsync(app, next, dan)).ShouldBe(2);
        // Once places are being given there, nothing changes any more.
        await app.Db(db => db.TrainingDays.Where(row => row.Id == next.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Stage, DayStage.Allocating)));
        // Dan had walked into his second wish, which shortens what he missed by a step.
        register = await (await browser.Get($"/training-days/attendance/register/{In(1).Id}?find={dan.FamilyName}")).Press($"Add {dan.FullName}");
        (await KeptAsync(app, day, dan)).ShouldBe((CarryChange.Added, 1, 3));
        (await CarryAsync(app, next, dan)).ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task Other_organisations_days_bring_nothing(App app)
    {
        var (ours, theirs) = (await app.World.Trust(), await app.World.Trust());
        var ann = await app.World.Person(await app.World.School(trust: ours));
        await app.World.Add(new Disappointment { DayId = (await app.World.Day(theirs, DayStage.Closed)).Id, PersonId = ann.Id, Steps = 5, After = 5 });
        var day = await app.World.Day(ours, DayStage.Draft);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, at: ours));
        await (await browser.Get($"/training-days/invite/person/{day.Id}?find={ann.FamilyName}")).Press($"Invite {ann.FullName}");
        (await CarryAsync(app, day, ann)).ShouldBe(0);
    }

    private static async Task<(CarryChange, int, int)> KeptAsync(App app, TrainingDay day, Person person)
    {
        var row = await app.Db(db => db.Disappointments.AsNoTracking().SingleAsync(row => row.DayId == day.Id && row.PersonId == person.Id));
        return (row.Change, row.Steps, row.After);
    }

    private static Task<int> CarryAsync(App app, TrainingDay day, Person person) =>
        app.Db(db => db.Invitees.Where(row => row.DayId == day.Id && row.PersonId == person.Id).Select(row => row.Carry).SingleAsync());

    private static Task<int> RegretAsync(App app, AllocationRun run, Invitee invitee, int regret) => app.Db(db => db.Letters
        .Where(letter => letter.RunId == run.Id && letter.InviteeId == invitee.Id).ExecuteUpdateAsync(change => change.SetProperty(letter => letter.Regret, regret)));

    private static Task<int> MoveAsync(App app, Guid? run, Invitee invitee, Guid? session, PlaceOrigin origin) => app.Db(db => db.Places
        .Where(place => place.RunId == run && place.InviteeId == invitee.Id)
        .ExecuteUpdateAsync(change => change.SetProperty(place => place.SessionId, session).SetProperty(place => place.Origin, origin)));
}
