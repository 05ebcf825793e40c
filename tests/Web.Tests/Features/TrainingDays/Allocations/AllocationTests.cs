using System.Net;
using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Person = Guildhall.Web.Features.Directory.Person;

namespace Guildhall.Web.Tests.Features.TrainingDays.Allocations;

public sealed class AllocationTests
{
    [Theory, BothEngines]
    public async Task A_day_goes_from_choices_to_published_places(App app)
    {
        var (lead, day, people) = await ChosenDay(app);
        var browser = await app.SignInAs(lead);
        var first = await Run(app, browser, day);
        first.IsProven.ShouldBeTrue();
        first.People.ShouldBe(people.Count);
        first.Empty.ShouldBe(0);
        var page = await browser.Get($"/training-days/allocations/run/{first.Id}");
        page.Text("main").ShouldContain($"All {people.Count} people have a place in every slot");

        page = await (await page.Follow("Adopt this run")).Press("Adopt this run");
        page.Flash.ShouldContain("Run 1 is adopted.");
        page = await (await page.Follow("Publish the day")).Press("Publish and send 4 emails");
        await app.JobEnded(await LastJob(app, PublicationKind, day.Id));

        var published = await app.Db(db => db.TrainingDays.SingleAsync(row => row.Id == day.Id));
        published.Stage.ShouldBe(DayStage.Published);
        var mails = await app.Db(db => db.OutgoingMails.Where(mail => mail.Subject.Contains(day.Name)).ToListAsync());
        mails.Count.ShouldBe(people.Count);
        mails.ShouldAllBe(mail => mail.Text.Contains("/training-days/my-day/"));
        var mine = await (await app.SignInAs(people[0])).Get($"/training-days/my-day/{day.Id}");
        mine.Status.ShouldBe(HttpStatusCode.OK);
        mine.Text("main").ShouldContain(day.Workshops[0].Title);
    }

    [Theory, BothEngines]
    public async Task The_input_seed_and_version_that_a_run_keeps_give_its_places_again(App app)
    {
        var (lead, day, _) = await ChosenDay(app);
        var run = await Run(app, await app.SignInAs(lead), day);
        PackedJson.Unpack<AllocationInput>(run.Input!).TryBuild(out var problem, out _).ShouldBeTrue();
        var again = AllocationPlanner.Plan(problem!, new PlannerOptions { Seed = (ulong)run.Seed });
        run.PlannerVersion.ShouldBe(again.Version);
        var places = await app.Db(db => db.Places.Where(place => place.RunId == run.Id)
            .Select(place => new { place.InviteeId, place.Session!.WorkshopId, place.Slot!.StartMinute }).ToListAsync());
        again.Places.Select(place => (
                AllocationInput.Id(problem!.People[place.Person].Id),
                AllocationInput.Id(problem.Sessions[place.Session!.Value].Workshop),
                int.Parse(problem.Slots[place.Slot][..4], System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldBe(places.Select(place => (place.InviteeId, place.WorkshopId, place.StartMinute)), ignoreOrder: true);
    }

    [Theory, BothEngines]
    public async Task A_fixed_place_is_kept_with_its_reason_and_the_runs_can_be_compared(App app)
    {
        var (lead, day, people) = await ChosenDay(app);
        var browser = await app.SignInAs(lead);
        await Run(app, browser, day);
        var invitee = await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == day.Id && row.PersonId == people[0].Id));
        // The second workshop, which they did not put first, at the time of the first.
        var session = await app.Db(db => db.Sessions.Include(row => row.Slot)
            .Where(row => row.WorkshopId == day.Workshops[1].Id).OrderBy(row => row.Slot!.StartMinute).FirstAsync());
        var page = await browser.Get($"/training-days/allocations/fix/{day.Id}?invitee={invitee.Id}");
        page = await page.Press("Fix this place", ("Input.Session", session.Id), ("Input.Reason", "Certificate runs out"));
        page.Flash.ShouldContain("is fixed");
        page.Table().ShouldContain(row => row[2] == "Certificate runs out");

        page = await browser.Get($"/training-days/allocations/fix/{day.Id}?invitee={invitee.Id}");
        page = await page.Press("Fix this place", ("Input.Session", session.Id), ("Input.Reason", "Again"));
        page.Errors.ShouldContain("They have another fixed place at that time.");

        var second = await Run(app, browser, day);
        var place = await app.Db(db => db.Places.SingleAsync(row => row.RunId == second.Id && row.InviteeId == invitee.Id && row.SlotId == session.SlotId));
        place.SessionId.ShouldBe(session.Id);
        place.IsFixed.ShouldBeTrue();

        page = await browser.Get($"/training-days/allocations/compare/{day.Id}?first=1&second=2");
        page.Heading.ShouldBe("Run 1 and run 2");
        page.Table("main .listing table").Select(row => row[0]).ShouldContain("Empty slots");
    }

    [Theory, BothEngines]
    public async Task Nothing_is_adopted_or_published_before_its_time(App app)
    {
        var (lead, day, _) = await ChosenDay(app, DayStage.Choosing);
        var browser = await app.SignInAs(lead);
        var run = await Run(app, browser, day);
        (await browser.Get($"/training-days/allocations/adopt/{run.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await browser.Get($"/training-days/publish/{day.Id}");
        page.Text("main").ShouldContain("Choosing has to be closed first.");
        page.Texts("main form").ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task A_day_that_cannot_be_planned_says_why_in_the_organisers_words(App app)
    {
        var (lead, day, _) = await ChosenDay(app);
        await app.Db(db => db.Sessions.Where(session => session.Workshop!.DayId == day.Id).ExecuteDeleteAsync());
        var browser = await app.SignInAs(lead);
        await (await browser.Get($"/training-days/allocations/{day.Id}")).Press("Find places");
        var job = await app.JobEnded(await LastJob(app, PlanDay.Kind, await LastRun(app, day)));
        job.State.ShouldBe(JobState.Failed);
        job.Words.ShouldContain("cannot be planned");
    }

    [Theory, BothEngines]
    public async Task Another_trusts_lead_and_a_teacher_find_nothing(App app)
    {
        var (lead, day, people) = await ChosenDay(app);
        var run = await Run(app, await app.SignInAs(lead), day);
        var stranger = await app.World.Holder(Role.PdLead, at: await app.World.Trust());
        foreach (var visitor in new[] { stranger, people[0] })
        {
            var browser = await app.SignInAs(visitor);
            foreach (var path in new[]
            {
                $"allocations/{day.Id}", $"allocations/run/{run.Id}", $"allocations/people/{run.Id}", $"allocations/adopt/{run.Id}",
                $"allocations/fix/{day.Id}", $"allocations/compare/{day.Id}?first=1&second=1", $"publish/{day.Id}",
            })
                (await browser.Get($"/training-days/{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private const string PublicationKind = "publication";

    /// <summary>Two slots, three workshops in each of them, and four people who all put the first workshop first.</summary>
    private static async Task<(Person Lead, TrainingDay Day, IReadOnlyList<Person> People)> ChosenDay(App app, DayStage stage = DayStage.Allocating)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var lead = await app.World.Holder(Role.PdLead, at: trust);
        var day = await app.World.Day(trust, stage, slots: 2, workshops: 3);
        var people = new List<Person>();
        for (var number = 0; number < 4; number++)
        {
            var person = await app.World.Person(school);
            people.Add(person);
            await app.World.Choose(await app.World.Invite(day, person), day.Workshops[0], day.Workshops[1 + (number % 2)]);
        }
        return (lead, day, people);
    }

    private static async Task<AllocationRun> Run(App app, Visitor browser, TrainingDay day)
    {
        var page = await (await browser.Get($"/training-days/allocations/{day.Id}")).Press("Find places");
        page.Path.ShouldStartWith("/jobs/follow/");
        var id = await LastRun(app, day);
        var job = await app.JobEnded(await LastJob(app, PlanDay.Kind, id));
        job.State.ShouldBe(JobState.Done, job.Words);
        return await app.Db(db => db.AllocationRuns.SingleAsync(run => run.Id == id));
    }

    private static Task<Guid> LastRun(App app, TrainingDay day) => app.Db(db => db.AllocationRuns
        .Where(run => run.DayId == day.Id).OrderByDescending(run => run.Number).Select(run => run.Id).FirstAsync());

    private static Task<JobRun> LastJob(App app, string kind, Guid subject) => app.Db(db => db.JobRuns
        .Where(run => run.Kind == kind && run.SubjectId == subject).OrderByDescending(run => run.CreatedAt).FirstAsync());
}
