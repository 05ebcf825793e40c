using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Feedback;

public sealed class FeedbackTests
{
    [Theory, BothEngines]
    public async Task Who_was_there_answers_once_after_the_session(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.OnTheDay, people: 1);
        app.Clock.Set(scene.Day.Date.ToDateTime(new TimeOnly(9, 30), DateTimeKind.Utc));
        var ann = await app.SignInAs(scene.People[0]);
        (await ann.Get(scene.GivePage)).Status.ShouldBe(HttpStatusCode.NotFound, "The session has not ended.");
        (await ann.Get(scene.MyDay)).Text("main").ShouldNotContain("How was it?");

        app.Clock.Set(scene.Day.Date.ToDateTime(new TimeOnly(10, 1), DateTimeKind.Utc));
        var page = await (await ann.Get(scene.MyDay)).Follow(scene.Title);
        page.Text("main").ShouldContain("without your name, the time or the order");
        (await page.Press("Send my answers")).Errors.ShouldBe(["Answer at least one question"]);
        var old = page;
        page = await page.Press("Send my answers", ("Input.Ratings[0]", "5"), ("Input.Better", "More time"));
        page.Flash.ShouldBe($"Thank you. Your answers on “{scene.Title}” are in.");
        page.Text("main").ShouldContain("You have answered");

        (await old.Press("Send my answers", ("Input.Ratings[0]", "1"))).Flash.ShouldContain("cannot be changed");
        (await ann.Get(scene.GivePage)).Flash.ShouldContain("cannot be changed");
        (await app.Db(db => db.FeedbackGiven.CountAsync(row => row.SessionId == scene.Session.Id))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Where_a_register_was_kept_only_those_who_came_are_asked(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.Closed, people: 3);
        await app.World.Register(scene.Day, scene.Session, scene.People[0], AttendanceState.Present);
        await app.World.Register(scene.Day, scene.Session, scene.People[1], AttendanceState.Absent);
        var status = new List<HttpStatusCode>();
        foreach (var person in scene.People.Append(scene.Presenter))
            status.Add((await (await app.SignInAs(person)).Get(scene.GivePage)).Status);
        status.ShouldBe([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
    }

    [Theory, BothEngines]
    public async Task Fewer_than_five_answers_are_shown_to_nobody_anywhere(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.Closed, people: 6);
        foreach (var person in scene.People.Take(4))
            await app.World.GiveFeedback(scene.Session, person, new FeedbackAnswer([5, 5, 5, 5], "Secret praise", "Secret wish"));
        await app.World.FeedbackIsOver(scene.Day);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: scene.Trust));
        var presenter = await app.SignInAs(scene.Presenter);
        var pages = new[]
        {
            await lead.Get($"/training-days/feedback/{scene.Day.Id}"), await lead.Get(scene.Results), await lead.Get($"/training-days/report/{scene.Day.Id}"),
            await presenter.Get(scene.Results), await presenter.Get("/training-days/feedback/presented"),
        };
        foreach (var page in pages)
        {
            page.Status.ShouldBe(HttpStatusCode.OK, page.Path);
            page.Html.ShouldNotContain("Secret", customMessage: page.Path);
            page.Text("main").ShouldNotContain("100%", customMessage: page.Path);
        }
        pages[3].Text("main").ShouldContain("Fewer than 5 people answered");
        pages[4].Table()[0][4].ShouldBe($"Fewer than 5 answers: {scene.Title}, {scene.Day.Date.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}, 09:00");

        // The fifth answer makes all the difference, once answering is over.
        await app.World.GiveFeedback(scene.Session, scene.People[4], new FeedbackAnswer([1, 5, 0, 0], "", "Secret wish"));
        var results = await presenter.Get(scene.Results);
        results.Text("main").ShouldContain("5 people answered.");
        results.Texts("main li.as-typed").ShouldBe(["Secret praise", "Secret praise", "Secret praise", "Secret praise", "Secret wish", "Secret wish", "Secret wish", "Secret wish", "Secret wish"]);
        results.Document.QuerySelectorAll("figure table")[0].TextContent.ShouldContain("Agree strongly4");
        // Only four said something about the third statement.
        results.Text("main").ShouldContain("Fewer than 5 people said how far they agree");
        (await presenter.Get("/training-days/feedback/presented")).Table()[0][4].ShouldContain("80% agree: It was about something that matters in my work.");
        var overview = await lead.Get($"/training-days/feedback/{scene.Day.Id}");
        overview.Table("main .listing table")[0][2..5].ShouldBe(["5", "80%", "100%"]);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_shown_while_answers_come_in(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.Closed, people: 7);
        var form = FeedbackForm.Usual(scene.Day.Id);
        form.Until = app.Clock.Now.AddDays(3);
        await app.World.Add(form);
        foreach (var person in scene.People.Take(6))
            await app.World.GiveFeedback(scene.Session, person, new FeedbackAnswer([5, 5, 5, 5], "Secret praise", ""));
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: scene.Trust));
        foreach (var path in new[] { scene.Results, $"/training-days/feedback/{scene.Day.Id}", $"/training-days/report/{scene.Day.Id}" })
            (await lead.Get(path)).Html.ShouldNotContain("Secret");
        (await lead.Get($"/training-days/feedback/{scene.Day.Id}")).Text("main").ShouldContain("6 people have answered.");

        var page = await (await lead.Get($"/training-days/feedback/end/{scene.Day.Id}")).Press("End answering");
        page.Flash.ShouldBe("Answering has ended. These are the results.");
        (await lead.Get(scene.Results)).Html.ShouldContain("Secret praise");
        (await (await app.SignInAs(scene.People[6])).Get(scene.GivePage)).Status.ShouldBe(HttpStatusCode.NotFound, "Answering is over.");
        (await lead.Get($"/training-days/feedback/end/{scene.Day.Id}")).Path.ShouldEndWith($"/training-days/feedback/{scene.Day.Id}");
    }

    [Theory, BothEngines]
    public async Task A_session_left_out_cannot_be_worked_out_from_the_days_sum(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.Closed, people: 6, slots: 2);
        foreach (var person in scene.People)
            await app.World.GiveFeedback(scene.Session, person, new FeedbackAnswer([5, 5, 5, 5], "", ""));
        foreach (var person in scene.People.Take(2))
            await app.World.GiveFeedback(World.SessionOf(scene.Day, 1), person, new FeedbackAnswer([1, 1, 1, 1], "", ""));
        await app.World.FeedbackIsOver(scene.Day);
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, at: scene.Trust))).Get($"/training-days/feedback/{scene.Day.Id}");
        page.Text("main").ShouldContain("6 answers on 1 session.");
        page.Document.QuerySelector("figure table")!.TextContent.ShouldContain("100% of 6");
        page.Table("main .listing table")[1][2].ShouldBe("Fewer than 5");
    }

    [Theory, BothEngines]
    public async Task Results_are_for_those_who_present_and_organise(App app)
    {
        var scene = await Scene.MakeAsync(app, DayStage.Closed, people: 1);
        async Task<HttpStatusCode> Asked(Person person, string path) => (await (await app.SignInAs(person)).Get(path)).Status;
        var lead = await app.World.Holder(Role.PdLead, at: scene.Trust);
        var head = await app.World.Holder(Role.Leader, at: scene.School);
        foreach (var (person, results, overview) in new[]
        {
            (lead, HttpStatusCode.OK, HttpStatusCode.OK), (scene.Presenter, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (head, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (scene.People[0], HttpStatusCode.NotFound, HttpStatusCode.NotFound),
        })
        {
            (await Asked(person, scene.Results)).ShouldBe(results);
            (await Asked(person, $"/training-days/feedback/{scene.Day.Id}")).ShouldBe(overview);
        }
    }

    [Theory, BothEngines]
    public async Task The_organiser_words_the_questions_until_the_day_begins(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Choosing);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: trust));
        var page = await (await lead.Get($"/training-days/feedback/{day.Id}")).Follow("Change the questions");
        (await page.Press("Save", ("Input.Statements[0]", ""), ("Input.Statements[1]", ""), ("Input.Statements[2]", ""), ("Input.Statements[3]", ""))).Errors.ShouldBe(["Statements: write at least one"]);
        page = await page.Press("Save", ("Input.Statements[0]", "I would come again."), ("Input.Statements[1]", ""), ("Input.UsefulQuestion", "What helped?"));
        page.Flash.ShouldBe("The questions are saved.");
        page.Text("main").ShouldContain("I would come again.");
        var form = await app.Db(db => db.FeedbackForms.SingleAsync(row => row.DayId == day.Id));
        form.Statements.ShouldBe(["I would come again."]);
        await app.Db(db => db.TrainingDays.Where(row => row.Id == day.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Stage, DayStage.OnTheDay)));
        (await lead.Get($"/training-days/feedback/edit/{day.Id}")).Path.ShouldBe($"/training-days/feedback/{day.Id}");
    }

    private sealed record Scene(Organisation Trust, Organisation School, TrainingDay Day, Session Session, string Title, IReadOnlyList<Person> People, Person Presenter)
    {
        public string MyDay => $"/training-days/my-day/{Day.Id}";

        public string GivePage => $"/training-days/feedback/give/{Day.Id}/{Session.Id}";

        public string Results => $"/training-days/feedback/results/{Session.Id}";

        public static async Task<Scene> MakeAsync(App app, DayStage stage, int people, int slots = 1)
        {
            var trust = await app.World.Trust();
            var school = await app.World.School(trust: trust);
            var all = new List<Person>();
            for (var number = 0; number < people; number++)
                all.Add(await app.World.Person(school));
            var presenter = await app.World.Person(school);
            var day = await app.World.PastDay(trust, stage, all, slots, presenter);
            return new Scene(trust, school, day, World.SessionOf(day), day.Workshops[0].Title, all, presenter);
        }
    }
}
