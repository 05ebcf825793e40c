using System.Net;
using System.Text;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.TrainingDays.Certificates;

public sealed class CertificateTests
{
    [Theory, BothEngines]
    public async Task Hours_are_those_of_the_sessions_attended_and_presented(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (ann, ben, cat, presenter) = (await app.World.Person(school), await app.World.Person(school), await app.World.Person(school), await app.World.Person(school));
        // Three slots of an hour. The first has a register, the others have none.
        var day = await app.World.PastDay(trust, DayStage.Closed, [ann, ben, cat], slots: 3);
        await app.World.Invite(day, presenter);
        await app.World.Add(new Presenter { WorkshopId = day.Workshops[2].Id, PersonId = presenter.Id });
        var first = World.SessionOf(day);
        await app.World.Register(day, first, ann, AttendanceState.Present);
        await app.World.Register(day, first, ben, AttendanceState.Absent);
        // Cat went next door, where Cat had no place.
        var nextDoor = day.Workshops[1].Sessions[0];
        await app.World.Register(day, nextDoor, cat, AttendanceState.Present);

        var minutes = await MinutesAsync(app, day);
        minutes[ann.Id].ShouldBe(180);
        minutes[ben.Id].ShouldBe(120);
        minutes[cat.Id].ShouldBe(180);
        // The workshop runs in all three slots.
        minutes[presenter.Id].ShouldBe(180);

        var page = await (await app.SignInAs(ben)).Get($"/training-days/certificates/mine/{day.Id}");
        page.Text("main").ShouldContain("2 hours of professional development.");
        page.Texts("ul.lines li").Count.ShouldBe(2);
        var file = await (await app.SignInAs(ben)).Get($"/training-days/certificates/mine/{day.Id}?handler=file");
        Pages(file).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Certificates_are_out_once_the_day_is_past(App app)
    {
        var trust = await app.World.Trust();
        var ann = await app.World.Person(await app.World.School(trust: trust));
        var day = await app.World.PastDay(trust, DayStage.OnTheDay, [ann]);
        app.Clock.Set(day.Date.ToDateTime(new TimeOnly(22, 0), DateTimeKind.Utc));
        var browser = await app.SignInAs(ann);
        (await browser.Get($"/training-days/certificates/mine/{day.Id}")).Text("main").ShouldContain("once the day is over");
        (await browser.Get($"/training-days/certificates/mine/{day.Id}?handler=file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/training-days/my-day/{day.Id}")).Text("main").ShouldNotContain("certificate");
        app.Clock.Set(day.Date.AddDays(1).ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc));
        (await (await (await app.SignInAs(ann)).Get($"/training-days/my-day/{day.Id}")).Follow("My certificate")).Text("main").ShouldContain("1 hour of professional development");
    }

    [Theory, BothEngines]
    public async Task Organisers_get_all_in_one_file_and_others_none(App app)
    {
        var trust = await app.World.Trust();
        var (near, far) = (await app.World.School("Near", trust), await app.World.School("Far", trust));
        var (ann, ben, cat) = (await app.World.Person(near), await app.World.Person(far), await app.World.Person(near));
        var day = await app.World.PastDay(trust, DayStage.Closed, [ann, ben, cat]);
        var lead = await app.SignInAs(await app.World.Holder(Role.PdLead, at: trust));
        var page = await lead.Get($"/training-days/certificates/{day.Id}");
        page.Table().Select(row => (row[0], row[1], row[2])).ShouldBe([(far.Name, "1", "1.00"), (near.Name, "2", "2.00")]);
        Pages(await lead.Get($"/training-days/certificates/{day.Id}?handler=file")).ShouldBe(3);
        Pages(await lead.Get($"/training-days/certificates/{day.Id}?handler=file&school={near.Id}")).ShouldBe(2);
        (await lead.Get($"/training-days/certificates/{day.Id}?handler=hours")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var person in new[] { ann, await app.World.Holder(Role.Leader, near) })
            (await (await app.SignInAs(person)).Get($"/training-days/certificates/{day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(45, "45 minutes", "0.75")]
    [InlineData(60, "1 hour", "1")]
    [InlineData(195, "3 hours 15 minutes", "3.25")]
    public void Minutes_are_said_in_hours(int minutes, string words, string number)
    {
        Certificate.Words(minutes).ShouldBe(words);
        Certificate.Number(minutes).ShouldBe(number);
    }

    private static int Pages(Page file)
    {
        file.Status.ShouldBe(HttpStatusCode.OK);
        Encoding.ASCII.GetString(file.Bytes, 0, 5).ShouldBe("%PDF-");
        return Encoding.Latin1.GetString(file.Bytes).Split("/Type /Page ").Length - 1;
    }

    private static async Task<IReadOnlyDictionary<Guid, int>> MinutesAsync(App app, TrainingDay day)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id).ToDictionaryAsync(row => row.Id, row => row.PersonId));
        var db = scope.ServiceProvider.GetRequiredService<Guildhall.Web.Platform.Database.AppDb>();
        return (await scope.ServiceProvider.GetRequiredService<CertificateReader>().ReadAsync(day, db.Invitees.Where(row => row.DayId == day.Id), CancellationToken.None))
            .ToDictionary(certificate => people[certificate.InviteeId], certificate => certificate.Minutes);
    }
}
