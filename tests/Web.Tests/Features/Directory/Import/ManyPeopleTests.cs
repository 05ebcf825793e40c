using System.Diagnostics;
using System.Globalization;
using System.Text;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.Directory.Import;

public sealed class ManyPeopleTests(ITestOutputHelper output)
{
    private const int People = 20_000;

    [Theory, BothEngines]
    public async Task Twenty_thousand_people_are_imported_by_jobs(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));
        var code = World.Code();
        var text = new StringBuilder("Staff number,Given name,Family name,E-mail,School,Role,Job title,FTE,Line manager\r\n");
        for (var number = 0; number < People; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{code}{number},Person,Number {number},p{number}.{code}@school.example,{school.Name},Teacher,Teacher of number {number},0.8,{code}0\r\n");
        }
        var watch = Stopwatch.StartNew();
        var page = await (await browser.Get($"/directory/import/{trust.Id}")).Press("Read the file", ("Input.File", new UploadedFile("staff.csv", text.ToString())), ("Input.IsPartial", true));
        page = await page.Press("Check the file");
        page.Path.ShouldStartWith("/jobs/follow/");
        await Ended(app, page);
        output.WriteLine($"{app.Engine}: read and checked after {watch.ElapsedMilliseconds} ms");
        page = await browser.Get(page.Document.QuerySelector("a[href*='/directory/import/preview/']")?.GetAttribute("href") ?? await ReturnPath(app, page));
        page.Text("main").ShouldContain("20,000 new people");

        watch.Restart();
        await PeopleImportTests.Apply(app, page);
        output.WriteLine($"{app.Engine}: written after {watch.ElapsedMilliseconds} ms");

        (await app.Db(db => db.Posts.CountAsync(post => post.OrganisationId == school.Id))).ShouldBe(People);
        (await app.Db(db => db.Posts.CountAsync(post => post.OrganisationId == school.Id && post.LineManagerId != null))).ShouldBe(People - 1);
    }

    private static async Task Ended(App app, Page page)
    {
        var id = Guid.Parse(page.Path.Split('/')[3]);
        (await app.JobEnded(await app.Db(db => db.JobRuns.AsNoTracking().SingleAsync(run => run.Id == id)))).Words.ShouldStartWith("20,000 rows");
    }

    private static Task<string> ReturnPath(App app, Page page)
    {
        var id = Guid.Parse(page.Path.Split('/')[3]);
        return app.Db(db => db.JobRuns.Where(run => run.Id == id).Select(run => run.ReturnPath).SingleAsync());
    }
}
