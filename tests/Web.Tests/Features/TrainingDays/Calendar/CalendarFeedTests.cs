using System.Net;
using Guildhall.Web.Tests.Features.TrainingDays.MyDay;
using Guildhall.Web.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Calendar;

public sealed class CalendarFeedTests
{
    private const string Own = "/training-days/calendar";

    [Theory, BothEngines]
    public async Task The_address_shows_the_days_to_whoever_has_it(App app)
    {
        var (person, day, _) = await MyDayTests.Published(app);
        var address = await Address(await app.SignInAs(person), "Make my address");
        var feed = await app.Anybody().Get(address);
        feed.Status.ShouldBe(HttpStatusCode.OK);
        feed.Headers.CacheControl!.Private.ShouldBeTrue();
        StrictCalendar.Read(feed.Bytes).Events.Count.ShouldBe(2);
        feed.Html.ShouldContain(day.Workshops[1].Title);
    }

    [Theory, BothEngines]
    public async Task A_new_address_stops_the_old_one(App app)
    {
        var person = await app.World.Person();
        var browser = await app.SignInAs(person);
        var old = await Address(browser, "Make my address");
        var fresh = await Address(browser, "Take a new address");
        fresh.ShouldNotBe(old);
        (await app.Anybody().Get(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anybody().Get(fresh)).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get(Own)).Document.GetElementById("address")!.GetAttribute("value")!.ShouldEndWith(fresh);
    }

    [Theory, BothEngines]
    public async Task A_wrong_address_leads_nowhere(App app) =>
        (await app.Anybody().Get($"/calendar/{new string('A', 43)}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory, BothEngines]
    public async Task The_table_does_not_hold_the_secret(App app)
    {
        var person = await app.World.Person();
        var address = await Address(await app.SignInAs(person), "Make my address");
        var secret = address.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        var feed = await app.Db(db => db.CalendarFeeds.AsNoTracking().SingleAsync(row => row.PersonId == person.Id));
        secret.Length.ShouldBe(43);
        feed.SecretHash.ShouldNotContain(secret);
        feed.ProtectedSecret.ShouldNotContain(secret);
        (await app.Anybody().Get($"/calendar/{feed.SecretHash}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task It_stops_when_its_owner_has_left(App app)
    {
        var person = await app.World.Person();
        var address = await Address(await app.SignInAs(person), "Make my address");
        var yesterday = DateOnly.FromDateTime(app.Clock.Now).AddDays(-1);
        await app.Db(db => db.People.Where(row => row.Id == person.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LeftOn, yesterday)));
        (await app.Anybody().Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task What_has_not_changed_is_not_sent_again(App app)
    {
        var (person, _, _) = await MyDayTests.Published(app);
        var address = await Address(await app.SignInAs(person), "Make my address");
        var tag = (await app.Anybody().Get(address)).Headers.ETag!;
        app.Clock.Advance(TimeSpan.FromHours(3));
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        (await app.Anybody().Send(request)).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    private static async Task<string> Address(Visitor browser, string button)
    {
        var page = await (await browser.Get(Own)).Press(button);
        return new Uri(page.Document.GetElementById("address")!.GetAttribute("value")!).PathAndQuery;
    }
}
