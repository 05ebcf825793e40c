using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

public sealed class ChooseTests
{
    [Theory, BothEngines]
    public async Task Without_a_script_each_button_saves(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 4, invitees: [person]);
        var browser = await app.SignInAs(person);

        var page = await browser.Get(WishForm.Path(day.Id));
        page.Heading.ShouldBe("Choose your workshops");
        foreach (var workshop in day.Workshops.Take(3))
            page = await browser.Press(page, "Add", workshop.Id);
        page.Wishes().ShouldBe(day.Workshops.Take(3).Select(workshop => workshop.Title));
        page.Text(".choosing-state p").ShouldBe("3 of 6 ranked. Saved 09:00");
        page.Texts($"#w{day.Workshops[3].Id:N} button").ShouldBe([$"Add as 4th wish: {day.Workshops[3].Title}"]);

        page = await browser.Press(page, "Up", day.Workshops[2].Id);
        page = await browser.Press(page, "Remove", day.Workshops[0].Id);
        page.Wishes().ShouldBe([day.Workshops[2].Title, day.Workshops[1].Title]);
        (await Saved(app, day, person)).ShouldBe([(day.Workshops[2].Id, 1), (day.Workshops[1].Id, 2)]);
    }

    [Theory, BothEngines]
    public async Task A_script_saves_the_whole_list_at_once(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 6, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));

        var answer = await browser.SaveByScript(page, day.Workshops.Select(workshop => workshop.Id).Reverse());
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Html.ShouldBe("""{"version":1,"savedAt":"09:00","words":null}""");
        (await browser.Get(WishForm.Path(day.Id))).Wishes().ShouldBe(day.Workshops.Select(workshop => workshop.Title).Reverse());
    }

    [Theory, BothEngines]
    public async Task A_list_that_is_emptied_counts_as_none(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 1, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", day.Workshops[0].Id);
        (await ChosenAt(app, day, person)).ShouldBe(app.Clock.Now);
        await browser.Press(page, "Remove", day.Workshops[0].Id);
        (await ChosenAt(app, day, person)).ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task Each_sitting_is_noted_once_and_the_person_can_read_it(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 3, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", day.Workshops[0].Id);
        page = await browser.Press(page, "Add", day.Workshops[1].Id);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.Press(page, "Add", day.Workshops[2].Id);
        var deeds = await app.Db(db => db.AuditEntries.Where(entry => entry.ConcernsPersonId == person.Id && entry.SubjectId == day.Id)
            .OrderBy(entry => entry.At).Select(entry => entry.Deed).ToListAsync());
        deeds.ShouldBe(["chose workshops", "changed the choice of workshops"]);
    }

    [Theory, BothEngines]
    public async Task Workshops_for_ones_role_group_come_first_and_nothing_is_hidden(App app)
    {
        var person = await app.World.Person(group: RoleGroup.Catering);
        var day = await app.World.Day(invitees: [person]);
        var everybody = await app.World.Workshop(day);
        var kitchen = await app.World.Workshop(day, [RoleGroup.Catering]);
        var teachers = await app.World.Workshop(day, [RoleGroup.Teacher, RoleGroup.SeniorLeader]);
        var own = await app.World.Workshop(day, presenter: person);

        var page = await (await app.SignInAs(person)).Get(WishForm.Path(day.Id));
        page.Texts(".workshops h3").ShouldBe(["What fits you (1)", "For everybody (1)", "For other people (1)", "You present (1)"]);
        page.Texts(".workshop h4").ShouldBe([kitchen.Title, everybody.Title, teachers.Title, own.Title]);
        page.Texts($"#w{teachers.Id:N} .workshop-why").ShouldBe(["Not for you to pick: it is for teachers and senior leaders only."]);
        page.Document.QuerySelectorAll("button[name=Add]").Select(button => button.GetAttribute("value"))
            .ShouldBe([kitchen.Id.ToString(), everybody.Id.ToString()]);
    }

    [Theory, BothEngines]
    public async Task A_search_finds_by_title_and_leaves_the_list_alone(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 3, invitees: [person]);
        var browser = await app.SignInAs(person);
        await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", day.Workshops[0].Id);
        var page = await browser.Get($"{WishForm.Path(day.Id)}?q={day.Workshops[2].Title.ToLowerInvariant()}");
        page.Texts(".workshop:not([hidden]) h4").ShouldBe([day.Workshops[2].Title]);
        page.Wishes().ShouldBe([day.Workshops[0].Title]);
        page = await browser.Press(page, "Add", day.Workshops[2].Id);
        page.Path.ShouldContain("?q=");
        page.Wishes().Count.ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task After_the_deadline_one_reads_what_one_chose(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 2, invitees: [person]);
        app.Clock.Set(day.ChooseUntil!.Value.AddMinutes(-1));
        var browser = await app.SignInAs(person);
        var open = await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", day.Workshops[1].Id);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await browser.Get(WishForm.Path(day.Id));
        page.Heading.ShouldBe("Your choices");
        page.Wishes().ShouldBe([day.Workshops[1].Title]);
        page.Document.QuerySelectorAll("button[name]").Select(button => button.GetAttribute("name")).ShouldNotContain("Add");

        var late = await browser.Press(open, "Add", day.Workshops[0].Id);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text("[role=alert]").ShouldContain("Choosing closed on Monday 25 January at 09:00.");
        late.Wishes().ShouldBe([day.Workshops[1].Title]);
        (await Saved(app, day, person)).ShouldBe([(day.Workshops[1].Id, 1)]);
    }

    [Theory, BothEngines]
    public async Task A_draft_and_a_day_of_others_do_not_exist(App app)
    {
        var person = await app.World.Person();
        var browser = await app.SignInAs(person);
        var draft = await app.World.Day(stage: DayStage.Draft, invitees: [person]);
        var others = await app.World.Day();
        (await browser.Get(WishForm.Path(draft.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get(WishForm.Path(others.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_longer_programme_takes_no_more_queries(App app)
    {
        var person = await app.World.Person();
        var few = await app.World.Day(workshops: 1, invitees: [person]);
        var many = await app.World.Day(slots: 3, workshops: 20, invitees: [person]);
        var browser = await app.SignInAs(person);
        await browser.Get(WishForm.Path(few.Id));
        var one = await app.QueriesOf(() => browser.Get(WishForm.Path(few.Id)));
        var all = await app.QueriesOf(() => browser.Get(WishForm.Path(many.Id)));
        all.Count.ShouldBe(one.Count);
        // Who asks (2), the day and the invitation (2), the list, slots, sessions and workshops (4), and the person's posts.
        all.Count.ShouldBeLessThanOrEqualTo(9);
    }

    [Theory, BothEngines]
    public async Task Saving_takes_few_statements(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 8, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        var statements = await app.QueriesOf(() => browser.SaveByScript(page, day.Workshops.Take(6).Select(workshop => workshop.Id)));
        // Who asks (2), the day and the invitation (2), the list and its workshops (2), the row and six wishes,
        // and a line in the audit trail.
        statements.Count.ShouldBeLessThanOrEqualTo(14);
    }

    internal static async Task<List<(Guid, int)>> Saved(App app, TrainingDay day, Person person) =>
        [.. (await app.Db(db => db.Choices.Where(choice => db.Invitees.Any(invitee =>
                invitee.Id == choice.InviteeId && invitee.DayId == day.Id && invitee.PersonId == person.Id))
            .OrderBy(choice => choice.Rank).AsNoTracking().ToListAsync())).Select(choice => (choice.WorkshopId, choice.Rank))];

    private static Task<DateTime?> ChosenAt(App app, TrainingDay day, Person person) => app.Db(db => db.Invitees
        .Where(invitee => invitee.DayId == day.Id && invitee.PersonId == person.Id).Select(invitee => invitee.ChosenAt).SingleAsync());
}
