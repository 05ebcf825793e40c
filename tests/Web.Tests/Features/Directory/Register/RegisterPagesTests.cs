using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Register;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class RegisterPagesTests
{
    [Theory, BothEngines]
    public async Task The_register_is_there_from_the_first_start_and_is_loaded_once(App app)
    {
        (await app.Db(db => db.RegisterSchools.CountAsync())).ShouldBeGreaterThan(20_000);
        (await app.Db(db => RegisterLoad.LoadAsync(db, [new RegisterEntry(999_999, "Twice")], TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task A_school_is_found_by_each_thing_that_is_known_of_it(App app)
    {
        var school = await Some(app);
        var browser = await Runner(app);
        foreach (var words in new[] { school.Name, $"{school.Name} {school.Town}", school.Postcode, school.Postcode.Replace(" ", ""), $"{school.Urn}", $"{school.Name} {school.TrustName}" })
        {
            var page = await browser.Get($"/directory/register?size=100&find={Uri.EscapeDataString(words)}");
            page.Table().ShouldContain(row => row[0].Contains($"URN {school.Urn}"), words);
        }
    }

    [Theory, BothEngines]
    public async Task A_search_takes_two_queries_and_brings_a_page_of_schools_that_fit(App app)
    {
        IReadOnlyList<RegisterSchool> found = [];
        var queries = await app.QueriesOf(async () => found = (await app.Db(db => db.RegisterSchools.AsNoTracking().Matching("st mary york")
            .PageAsync(RegisterSearch.Orders, new ListingQuery(), TestContext.Current.CancellationToken))).Items);

        queries.Count.ShouldBe(2);
        found.Count.ShouldBeInRange(1, ListingQuery.UsualSize);
        found.ShouldAllBe(school => school.SearchText.Contains("mary") && school.SearchText.Contains("york"));
    }

    [Theory, BothEngines]
    public async Task Whoever_runs_the_installation_adds_a_whole_trust_in_two_clicks(App app)
    {
        var browser = await Runner(app);
        var uid = await app.Db(db => db.RegisterSchools.Where(school => school.TrustUid != null && !db.Organisations.Any(row => row.GroupUid == school.TrustUid || row.Urn == school.Urn))
            .GroupBy(school => school.TrustUid!.Value).Where(group => group.Count() == 5).Select(group => group.Key).OrderBy(key => key).LastAsync());

        var page = await (await browser.Get($"/directory/register/add-trust/{uid}")).Press("Add the whole trust");

        page.Flash.ShouldContain("with 5 more schools");
        page.Table().Count.ShouldBe(5);
        var trust = await app.Db(db => db.Organisations.SingleAsync(row => row.GroupUid == uid));
        (await app.Db(db => db.Organisations.CountAsync(row => row.TrustId == trust.Id))).ShouldBe(5);
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.OrganisationId == trust.Id))).ShouldBe(1);
        page = await (await browser.Get($"/directory/register/add-trust/{uid}")).Press("Add the whole trust");
        page.Flash.ShouldContain("with 0 more schools");
    }

    [Theory, BothEngines]
    public async Task An_administrator_of_a_trust_adds_its_schools_and_no_others(App app)
    {
        var mine = await Some(app);
        var other = await app.Db(db => db.RegisterSchools.Where(school => school.TrustUid != null && school.TrustUid != mine.TrustUid).OrderByDescending(school => school.Urn).FirstAsync());
        var trust = await app.World.Add(new Organisation { Kind = OrganisationKind.Trust, Name = $"Trust {World.Code()}", GroupUid = mine.TrustUid });
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));

        (await browser.Get($"/directory/register/add-school/{other.Urn}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await (await browser.Get($"/directory/register/add-school/{mine.Urn}")).Press("Add this school");

        page.Heading.ShouldBe(mine.Name);
        (await app.Db(db => db.Organisations.SingleAsync(row => row.Urn == mine.Urn))).TrustId.ShouldBe(trust.Id);
        (await browser.Get($"/directory/register/add-school/{mine.Urn}")).Heading.ShouldBe(mine.Name, "it is there already");
    }

    [Theory, BothEngines]
    public async Task A_download_marks_closed_schools_and_names_their_successors(App app)
    {
        var browser = await Runner(app);
        var school = await Some(app);
        var after = await app.Db(db => db.RegisterSchools.Where(row => row.Urn != school.Urn).OrderBy(row => row.Name).FirstAsync());
        var organisation = await app.World.Add(new Organisation { Kind = OrganisationKind.School, Name = school.Name, Urn = school.Urn });
        var page = await (await browser.Get("/directory/register/refresh")).Press(
            "Read the files",
            ("Input.SchoolsFile", new UploadedFile("edubase.csv", RegisterFiles.Schools(
                $"URN={school.Urn}; EstablishmentName=Renamed School; EstablishmentStatus (name)=Closed; CloseDate=31-08-2025", $"URN={after.Urn}; EstablishmentName={after.Name.Replace(";", "")}"))),
            ("Input.LinksFile", new UploadedFile("links.csv", RegisterFiles.Links($"URN={school.Urn}; LinkURN={after.Urn}; LinkType=Successor"))));
        await Ended(app, page);
        (await app.Db(db => db.Organisations.SingleAsync(row => row.Id == organisation.Id))).ClosedOn.ShouldBeNull("it was only a look");

        page = await browser.Get("/directory/register/refresh");
        page.Text("main").ShouldContain("1 school has closed");
        page = await page.Press("Bring the register up to date");
        await Ended(app, page);

        page = await browser.Get($"/directory/organisation/{organisation.Id}");
        page.Heading.ShouldBe("Renamed School");
        page.Text(".notice").ShouldContain("Closed on 31 Aug 2025");
        page.Text(".notice").ShouldContain(after.Name);
    }

    private static async Task Ended(App app, Page page)
    {
        var id = Guid.Parse(page.Path.Split('/')[3]);
        (await app.JobEnded(await app.Db(db => db.JobRuns.AsNoTracking().SingleAsync(run => run.Id == id)))).State.ShouldBe(Web.Platform.Jobs.JobState.Done);
    }

    /// <summary>A school with everything, that no other test has taken into the directory.</summary>
    private static Task<RegisterSchool> Some(App app) => app.Db(db => db.RegisterSchools.AsNoTracking()
        .Where(school => school.TrustUid != null && school.Town != "" && school.Postcode != "" && school.Status == SchoolStatus.Open
            && !db.Organisations.Any(row => row.Urn == school.Urn || row.GroupUid == school.TrustUid))
        .OrderBy(school => school.Urn).FirstAsync());

    private static async Task<Visitor> Runner(App app)
    {
        var person = await app.World.Person();
        await app.World.Account(person, runsInstallation: true);
        return await app.SignInAs(person);
    }
}
