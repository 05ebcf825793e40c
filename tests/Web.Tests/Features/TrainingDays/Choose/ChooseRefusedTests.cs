using System.Net;
using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

/// <summary>Forms that no page gave, and two devices at once: nothing wrong is saved and nothing is lost.</summary>
public sealed class ChooseRefusedTests
{
    [Theory, BothEngines]
    public async Task Tampered_lists_are_refused_whole(App app)
    {
        var person = await app.World.Person(group: RoleGroup.TeachingAssistant);
        var day = await app.World.Day(workshops: 7, invitees: [person]);
        var other = await app.World.Day(workshops: 1, invitees: [person]);
        var leaders = await app.World.Workshop(day, [RoleGroup.SeniorLeader]);
        var own = await app.World.Workshop(day, presenter: person);
        var keys = day.Workshops.ConvertAll(workshop => workshop.Id);
        var browser = await app.SignInAs(person);
        var page = await browser.Press(await browser.Get(WishForm.Path(day.Id)), "Add", keys[0]);

        IEnumerable<Guid>[] lists = [[keys[1], keys[1]], [keys[1], leaders.Id], [keys[1], own.Id], [keys[1], other.Workshops[0].Id], [Guid.Empty], keys, [.. keys, .. keys]];
        foreach (var list in lists)
        {
            (await browser.SaveByScript(page, list)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await browser.SaveWithoutScript(page, list)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        (await ChooseTests.Saved(app, day, person)).ShouldBe([(keys[0], 1)]);
    }

    [Theory, BothEngines]
    public async Task A_post_without_the_forms_token_is_refused(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 1, invitees: [person]);
        var answer = await (await app.SignInAs(person)).Post(WishForm.Path(day.Id), ("Wish", day.Workshops[0].Id.ToString()), ("Version", "0"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ChooseTests.Saved(app, day, person)).ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task What_is_no_key_is_refused(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 1, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        var token = page.Document.QuerySelector("#choices [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await browser.Post(WishForm.Path(day.Id), ("__RequestVerificationToken", token), ("Version", "0"), ("Wish", "first"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.Post(WishForm.Path(day.Id), ("__RequestVerificationToken", token), ("Version", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, BothEngines]
    public async Task Nobody_chooses_for_somebody_else(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 1, invitees: [person]);
        var page = await (await app.SignInAs(person)).Get(WishForm.Path(day.Id));
        var stranger = await app.SignInAs(await app.World.Person());
        (await stranger.SaveByScript(page, day.Workshops[0].Id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ChooseTests.Saved(app, day, person)).ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task The_later_of_two_devices_is_shown_both_lists(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 3, invitees: [person]);
        var (phone, laptop) = (await app.SignInAs(person), await app.SignInAs(person));
        var onPhone = await phone.Get(WishForm.Path(day.Id));
        var onLaptop = await laptop.Get(WishForm.Path(day.Id));
        await phone.Press(onPhone, "Add", day.Workshops[0].Id);

        (await laptop.SaveByScript(onLaptop, day.Workshops[1].Id)).Status.ShouldBe(HttpStatusCode.Conflict);
        var both = await laptop.SaveWithoutScript(onLaptop, day.Workshops[1].Id);
        both.Status.ShouldBe(HttpStatusCode.Conflict);
        both.Heading.ShouldBe("There are two lists");
        both.Texts(".card li").ShouldBe([day.Workshops[0].Title, day.Workshops[1].Title]);
        (await ChooseTests.Saved(app, day, person)).ShouldBe([(day.Workshops[0].Id, 1)]);

        (await both.Follow("Keep this list")).Wishes().ShouldBe([day.Workshops[0].Title]);
        (await both.Press("Save this list instead")).Wishes().ShouldBe([day.Workshops[1].Title]);
    }

    [Theory, BothEngines]
    public async Task Of_two_lists_at_the_same_instant_one_is_saved(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 4, invitees: [person]);
        var (phone, laptop) = (await app.SignInAs(person), await app.SignInAs(person));
        for (var round = 0; round < 5; round++)
        {
            var (onPhone, onLaptop) = (await phone.Get(WishForm.Path(day.Id)), await laptop.Get(WishForm.Path(day.Id)));
            var first = new[] { day.Workshops[round % 2].Id, day.Workshops[2].Id };
            var second = new[] { day.Workshops[3].Id, day.Workshops[round % 2].Id };
            var answers = await Task.WhenAll(phone.SaveByScript(onPhone, first), laptop.SaveByScript(onLaptop, second));
            answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
            var winner = answers[0].Status == HttpStatusCode.OK ? first : second;
            (await ChooseTests.Saved(app, day, person)).ShouldBe([(winner[0], 1), (winner[1], 2)]);
        }
    }

    [Theory, BothEngines]
    public async Task A_list_sent_again_because_its_answer_was_lost_is_no_quarrel(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(workshops: 2, invitees: [person]);
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        var first = await browser.SaveByScript(page, day.Workshops[0].Id);
        var again = await browser.SaveByScript(page, day.Workshops[0].Id);
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Html.ShouldBe(first.Html);
    }

    [Theory, BothEngines]
    public async Task A_workshop_taken_out_meanwhile_is_said(App app)
    {
        var person = await app.World.Person();
        var day = await app.World.Day(invitees: [person]);
        var (stays, goes) = (await app.World.Workshop(day), await app.World.Workshop(day));
        var browser = await app.SignInAs(person);
        var page = await browser.Get(WishForm.Path(day.Id));
        await app.Db(db => db.Workshops.Where(workshop => workshop.Id == goes.Id).ExecuteDeleteAsync());
        var answer = await browser.SaveWithoutScript(page, stays.Id, goes.Id);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text("[role=alert]").ShouldContain("not in the programme any more");
        answer.Texts(".workshop h4").ShouldBe([stays.Title]);
    }
}
