using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Mail;

namespace Guildhall.Web.Tests.Features.Directory;

/// <summary>Emails that were given up.</summary>
public sealed class LostMailTests
{
    [Theory, BothEngines]
    public async Task Who_keeps_peoples_addresses_sees_which_emails_never_arrived(App app)
    {
        var (ours, theirs) = (await app.World.School(), await app.World.School());
        var (ann, other) = (await app.World.Person(ours), await app.World.Person(theirs));
        var lost = await LoseAsync(app, ann, OutgoingMail.MostAttempts);
        await LoseAsync(app, ann, OutgoingMail.MostAttempts - 1);
        await LoseAsync(app, other, OutgoingMail.MostAttempts);
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, ours));
        var page = await browser.Get("/directory");
        page.Text("main").ShouldContain("1 email to people whom you look after did not arrive.");
        page = await page.Follow("See which");
        page.Table().ShouldHaveSingleItem().ShouldBe([ann.FullName, ann.Email!, lost.Subject, "Mon 11 Jan 2027, 09:00", "No such mailbox"]);
        page.Html.ShouldNotContain(lost.Text);
        (await page.Follow(ann.FullName)).Heading.ShouldBe(ann.FullName);
        (await browser.Get($"/directory/lost-mails?find={other.FamilyName}")).Html.ShouldNotContain(other.Email!);

        // A governor looks at the directory, and keeps nobody's address.
        var governor = await app.SignInAs(await app.World.Holder(Role.Governor, ours));
        (await governor.Get("/directory")).Text("main").ShouldNotContain("did not arrive");
        (await governor.Get("/directory/lost-mails")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<OutgoingMail> LoseAsync(App app, Person to, int attempts) => app.World.Add(new OutgoingMail
    {
        To = to.Email!,
        ToName = to.FullName,
        Subject = $"News {World.Code()}",
        Text = $"Secret {World.Code()}",
        WrittenAt = app.Clock.Now,
        NextAttemptAt = app.Clock.Now.AddDays(1),
        Attempts = attempts,
        Error = "No such mailbox",
    });
}
