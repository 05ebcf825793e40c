using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Attending;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

public sealed class CheckInTests
{
    [Theory, BothEngines]
    public async Task Who_types_the_code_of_their_session_is_checked_in_by_one_press(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var code = await scene.CodeAsync(scene.Here);
        code.Length.ShouldBe(SessionCode.Length);
        app.Clock.Set(scene.At(8, 50));
        var browser = await scene.As(scene.Ann);
        (await (await browser.Get($"/training-days/my-day/{scene.Day.Id}")).Follow($"Check in: {scene.First.Name}")).Heading.ShouldBe("Check in");

        (await (await browser.Get("/check-in")).Submit("form.type-code", ("code", ""))).Text("main").ShouldContain("Type the code of the session");
        var page = await (await browser.Get("/check-in")).Submit("form.type-code", ("code", $" {code[..2].ToLowerInvariant()}-{code[2..]} "));
        page.Path.ShouldBe($"/training-days/attendance/check-in/{code}");
        page.Heading.ShouldBe(scene.Day.Workshops[0].Title);
        page = await page.Press("Check in");

        page.Text("main").ShouldContain($"You are checked in to “{scene.Day.Workshops[0].Title}”.");
        page.Text("main").ShouldContain("You checked in at 08:50.");
        var row = (await scene.RecordedAsync(scene.Here, scene.Ann))!;
        (row.State, row.Origin, row.RecordedAt, row.RecordedById).ShouldBe((AttendanceState.Present, AttendanceOrigin.Code, scene.At(8, 50), scene.Ann.PersonId));
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.ConcernsPersonId == scene.Ann.PersonId && entry.Deed.StartsWith("checked in")))).ShouldBe(1);
        (await browser.Get($"/training-days/my-day/{scene.Day.Id}")).Text("main").ShouldContain("You were here: checked in at 08:50.");
    }

    [Theory, BothEngines]
    public async Task Too_early_and_too_late_are_said_with_the_time(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var path = $"/training-days/attendance/check-in/{await scene.CodeAsync(scene.Here)}";
        foreach (var (now, words) in new[]
        {
            (scene.At(9, 0).AddDays(-1), "It is too early. Check-in opens on Monday 8 February at 08:40."),
            (scene.At(8, 39), "It is too early."),
            (scene.At(10, 30), "It is too late: check-in closed on Monday 8 February at 10:30."),
            (scene.At(9, 0).AddDays(1), "It is too late"),
        })
        {
            app.Clock.Set(now);
            var page = await (await scene.As(scene.Ann)).Get(path);
            page.Text("main").ShouldContain(words);
            page.Texts("main button").ShouldBeEmpty();
        }
        app.Clock.Set(scene.At(10, 29));
        var open = await (await scene.As(scene.Ann)).Get(path);
        app.Clock.Set(scene.At(10, 31));
        (await open.Press("Check in")).Text("main").ShouldContain("It is too late");
        (await scene.RecordedAsync(scene.Here, scene.Ann)).ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task Times_are_those_of_the_clock_on_the_wall_in_summer(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        await app.Db(db => db.TrainingDays.Where(day => day.Id == scene.Day.Id).ExecuteUpdateAsync(change => change.SetProperty(day => day.Date, new DateOnly(2027, 6, 7))));
        app.Clock.Set(new DateTime(2027, 6, 7, 7, 40, 0, DateTimeKind.Utc));
        var browser = await scene.As(scene.Ann);
        (await browser.Get($"/training-days/attendance/check-in/{await scene.CodeAsync(scene.Here)}")).Texts("main button").ShouldBe(["Check in"]);
    }

    [Theory, BothEngines]
    public async Task A_wrong_code_and_one_of_a_day_of_others_are_answered_alike_and_not_for_ever(App app)
    {
        var (scene, others) = (await DayScene.MakeAsync(app), await DayScene.MakeAsync(app));
        var theirs = await others.CodeAsync(others.Here);
        app.Clock.Set(scene.At(9, 0));
        var browser = await scene.As(scene.Ann);
        var (wrong, strange) = (await browser.Get("/training-days/attendance/check-in/BBBBB"), await browser.Get($"/training-days/attendance/check-in/{theirs}"));
        (wrong.Status, strange.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        strange.Text("main").ShouldContain("This is not the code of a session that you can check in to.");
        strange.Text("main").ShouldBe(wrong.Text("main"));
        strange.Html.ShouldNotContain(others.Day.Workshops[0].Title);
        for (var tries = 2; tries < WrongCodes.AtOnce; tries++)
            await browser.Get("/training-days/attendance/check-in/BBBBB");
        var refused = await browser.Get($"/training-days/attendance/check-in/{await scene.CodeAsync(scene.Here)}");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text("main").ShouldContain("too many wrong codes");
        // Only the one who guesses is slowed down.
        (await (await scene.As(scene.Ben)).Get("/training-days/attendance/check-in/BBBBB")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Who_is_not_signed_in_comes_back_to_the_code(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var code = await scene.CodeAsync(scene.Here);
        app.Clock.Set(scene.At(9, 0));
        var ann = await scene.PersonAsync(scene.Ann);
        await app.World.Account(ann);
        var page = await app.Anybody().Get($"/training-days/attendance/check-in/{code}");
        page.Path.ShouldStartWith("/sign-in");
        page.Html.ShouldNotContain(scene.Day.Workshops[0].Title);
        page = await page.Press("Sign in", ("Input.Email", ann.Email), ("Input.Passphrase", World.Passphrase));
        page.Path.ShouldBe($"/training-days/attendance/check-in/{code}");
        page.Texts("main button").ShouldBe(["Check in"]);
    }

    [Theory, BothEngines]
    public async Task Who_has_a_place_elsewhere_is_told_and_comes_in_where_a_seat_is_free(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var code = await scene.CodeAsync(scene.Here);
        app.Clock.Set(scene.At(9, 5));
        var page = await (await scene.As(scene.Ben)).Get($"/training-days/attendance/check-in/{code}");
        page.Text("main").ShouldContain($"Your place at this time is in “{scene.Day.Workshops[1].Title}”.");
        // The same workshop in the other slot would be his second time.
        page.Texts("main button").ShouldBe(["Come here and check in"]);
        (await page.Press("Come here and check in")).Text("main").ShouldContain("You are checked in");

        (await scene.RecordedAsync(scene.Here, scene.Ben))!.Origin.ShouldBe(AttendanceOrigin.WalkIn);
        (await scene.TakenAsync(scene.Here), await scene.TakenAsync(scene.There)).ShouldBe((2, 0));
    }

    [Theory, BothEngines]
    public async Task Of_those_racing_for_the_last_seat_one_walks_in(App app)
    {
        var scene = await DayScene.MakeAsync(app, seats: 2);
        var code = await scene.CodeAsync(scene.Here);
        var people = new List<Invitee> { scene.Ben, scene.Cy };
        for (var number = 0; number < 20; number++)
            people.Add(await app.World.Invite(scene.Day, await app.World.Person(scene.School)));
        app.Clock.Set(scene.At(9, 5));
        var pages = new List<Page>();
        foreach (var person in people)
            pages.Add(await (await scene.As(person)).Get($"/training-days/attendance/check-in/{code}"));
        var answers = await Task.WhenAll(pages.Select(page => page.Press("Come here and check in")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Count(answer => answer.Flash.Contains("You are checked in", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(answer => answer.Text("main").Contains("all seats are taken", StringComparison.Ordinal)).ShouldBe(people.Count - 1);
        (await scene.TakenAsync(scene.Here)).ShouldBe(2);
        (await app.Db(db => db.Attendance.CountAsync(row => row.SessionId == scene.Here.Id))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task What_the_presenter_recorded_is_not_undone_by_a_code(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var code = await scene.CodeAsync(scene.Here);
        app.Clock.Set(scene.At(9, 30));
        await (await (await app.SignInAs(scene.Pat)).Get(scene.RegisterPath)).Press($"Absent: {await scene.NameAsync(scene.Ann)}");
        var page = await (await scene.As(scene.Ann)).Get($"/training-days/attendance/check-in/{code}");
        page.Text("main").ShouldContain("The register says that you are not here.");
        page.Texts("main button").ShouldBeEmpty();
        (await (await app.SignInAs(scene.Pat)).Get($"/training-days/attendance/check-in/{code}")).Text("main").ShouldContain("You present this session");
    }

    [Fact]
    public void Codes_have_no_letters_that_are_taken_for_others()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => SessionCode.New()).ToList();
        codes.ShouldAllBe(code => code.Length == SessionCode.Length && !code.Any(letter => "0O1IL2Z5S8BUAE".Contains(letter)));
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1990);
        SessionCode.Clean(" c9-w 4k ").ShouldBe("C9W4K");
    }

    [Theory, BothEngines]
    public async Task Two_people_who_need_a_days_codes_at_once_get_the_same(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var browsers = new List<Visitor>();
        for (var number = 0; number < 8; number++)
            browsers.Add(await app.SignInAs(scene.Lead));
        var pages = await Task.WhenAll(browsers.Select(browser => browser.Get($"/training-days/attendance/code/{scene.Here.Id}")));
        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        pages.Select(page => page.Text(".show-code-letters")).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        var codes = await app.Db(db => db.SessionCodes.Where(code => code.Session!.Workshop!.DayId == scene.Day.Id).Select(code => code.Code).ToListAsync());
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }
}
