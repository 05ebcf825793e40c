using System.Net;
using System.Text;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.Directory.Import;

public sealed class PeopleImportTests
{
    private const string Header = "Staff number,Given name,Family name,E-mail,Role,Job title,FTE,Days\r\n";

    [Theory, BothEngines]
    public async Task A_first_file_adds_everybody_with_their_posts(App app)
    {
        var (school, _, browser) = await Start(app);
        var code = World.Code();

        var preview = await Check(browser, school, Header
            + $"1,Ann,Okafor-{code},ann.{code}@school.example,Teacher,Year 4 teacher,0.6,\"Mon, Tue, Wed\"\r\n"
            + $"2,Zoë,Hart-{code},,Lunchtime cook,Cook,100%,Mon-Fri\r\n");
        preview.Text("main").ShouldContain("Lunchtime cook");
        preview = await preview.Press("Remember and check again", ("Groups[0]", nameof(RoleGroup.Catering)));
        preview.Text("main").ShouldContain("2 new people");
        (await People(app, school)).Count.ShouldBe(1, "nothing happens before it is asked for");
        await Apply(app, preview);

        var ann = (await People(app, school)).Single(person => person.FamilyName == $"Okafor-{code}");
        ann.StaffNumber.ShouldBe("1");
        ann.Email.ShouldBe($"ann.{code}@school.example".ToLowerInvariant());
        var post = ann.Posts.ShouldHaveSingleItem();
        post.RoleGroup.ShouldBe(RoleGroup.Teacher);
        post.JobTitle.ShouldBe("Year 4 teacher");
        post.FtePercent.ShouldBe(60);
        post.WorkingDays.ShouldBe(WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Wednesday);
        (await People(app, school)).Single(person => person.FamilyName == $"Hart-{code}").Posts[0].RoleGroup.ShouldBe(RoleGroup.Catering);
    }

    [Theory, BothEngines]
    public async Task The_same_file_again_changes_nothing(App app)
    {
        var (school, lead, browser) = await Start(app);
        var file = Header + $"1,Ann,Okafor,,Teacher,Year 4 teacher,1,Mon-Fri\r\n" + Row(lead);
        await Apply(app, await Check(browser, school, file));

        var preview = await Check(browser, school, file);

        preview.Text("main").ShouldContain("Everything in the file is known already");
        preview.Texts("button").ShouldNotContain("Import: all of it or nothing");
    }

    [Theory, BothEngines]
    public async Task Changed_people_change_and_missing_ones_become_leavers_and_nobody_is_deleted(App app)
    {
        var (school, lead, browser) = await Start(app);
        var stays = await app.World.Person(school);
        var leaves = await app.World.Person(school, RoleGroup.Office);
        var elsewhere = await app.World.Person();

        var preview = await Check(browser, school, "Name,E-mail,Role,Job title\r\n"
            + $"{stays.GivenName} Married,{stays.Email},Teacher,Year 5 teacher\r\n"
            + $"{lead.FullName},{lead.Email},Head,Headteacher\r\n");
        preview.Text("main").ShouldContain($"family name from “{stays.FamilyName}” to “Married”");
        preview.Text("main").ShouldContain(leaves.FullName);
        await Apply(app, preview);

        var people = (await People(app, school)).ToDictionary(person => person.Id);
        people[stays.Id].FamilyName.ShouldBe("Married");
        people[stays.Id].Posts[0].JobTitle.ShouldBe("Year 5 teacher");
        people[leaves.Id].LeftOn.ShouldNotBeNull();
        people[leaves.Id].Posts.ShouldHaveSingleItem().EndedOn.ShouldBe(people[leaves.Id].LeftOn);
        (await app.Db(db => db.People.SingleAsync(person => person.Id == elsewhere.Id))).LeftOn.ShouldBeNull();
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.ConcernsPersonId == leaves.Id))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_file_of_some_people_makes_nobody_a_leaver(App app)
    {
        var (school, _, browser) = await Start(app);
        var other = await app.World.Person(school);

        await Apply(app, await Check(browser, school, Header + "7,Ann,Okafor,,Teacher,Teacher,1,\r\n", isPartial: true));

        var people = await People(app, school);
        people.Count.ShouldBe(3);
        people.Single(person => person.Id == other.Id).LeftOn.ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task Every_bad_cell_is_named_and_nothing_of_the_file_is_taken(App app)
    {
        var (school, _, browser) = await Start(app);

        var preview = await Check(browser, school, Header
            + "1,Ann,Okafor,ann.school.example,Teacher,Teacher,140%,Blursday\r\n"
            + "2,Bob,,,Teacher,Teacher,1,\r\n"
            + "3,Cath,Lee,,Teacher,Teacher,1,\r\n"
            + "3,Dee,Moss,,Teacher,Teacher,1,\r\n");

        var errors = Corrections(preview).ToDictionary(row => row[0], row => row[1]);
        errors["row 2, column D (E-mail)"].ShouldBe("'ann.school.example' is not an email address");
        errors["row 2, column G (FTE)"].ShouldContain("'140%' is not a part of full time");
        errors["row 2, column H (Days)"].ShouldContain("'Blursday'");
        errors["row 3, column C (Family name)"].ShouldBe("the family name is missing");
        errors["row 5"].ShouldBe("Dee Moss has the staff number or email address of Cath Lee in row 4");
        preview.Texts("button").ShouldNotContain("Import: all of it or nothing");
        (await People(app, school)).Count.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Windows_letters_and_semicolons_are_read(App app)
    {
        var (school, _, browser) = await Start(app);
        var code = World.Code();
        var text = $"Forename;Surname;Role\r\nZoë;Brontë-{code};Teacher\r\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

        await Apply(app, await Check(browser, school, windows, isPartial: true));

        (await People(app, school)).ShouldContain(person => person.GivenName == "Zoë" && person.FamilyName == $"Brontë-{code}");
    }

    [Theory, BothEngines]
    public async Task Several_rows_of_one_person_are_several_posts_at_schools_of_the_trust(App app)
    {
        var trust = await app.World.Trust();
        var (one, two) = (await app.World.School(trust: trust), await app.World.School(trust: trust));
        var browser = await app.SignInAs(await app.World.Holder(Role.StaffManager, trust));

        await Apply(app, await Check(browser, trust, "Staff number,Name,School,Role,FTE\r\n"
            + $"5,Ann Okafor,{one.Name},Teacher,0.4\r\n"
            + $"5,Ann Okafor,{two.Name},Teaching assistant,0.6\r\n", isPartial: true));

        var ann = (await People(app, one)).Single(person => person.StaffNumber == "5");
        ann.Posts.Select(post => (post.OrganisationId, post.RoleGroup)).ShouldBe(
            [(one.Id, RoleGroup.Teacher), (two.Id, RoleGroup.TeachingAssistant)], ignoreOrder: true);
    }

    [Theory, BothEngines]
    public async Task A_school_that_is_not_in_the_file_loses_nobody(App app)
    {
        var trust = await app.World.Trust();
        var (one, two) = (await app.World.School(trust: trust), await app.World.School(trust: trust));
        var (here, there) = (await app.World.Person(one), await app.World.Person(two));
        var lead = await app.World.Holder(Role.StaffManager, trust);
        var browser = await app.SignInAs(lead);

        await Apply(app, await Check(browser, trust, $"Name,School,Role\r\nAnn Okafor,{one.Name},Teacher\r\n"));

        (await LeftOn(here)).ShouldNotBeNull();
        (await LeftOn(there)).ShouldBeNull();
        (await LeftOn(lead)).ShouldBeNull();

        Task<DateOnly?> LeftOn(Person person) => app.Db(db => db.People.Where(row => row.Id == person.Id).Select(row => row.LeftOn).SingleAsync());
    }

    [Theory, BothEngines]
    public async Task Somebody_of_another_employer_gets_a_post_and_keeps_name_and_number(App app)
    {
        var (school, _, browser) = await Start(app);
        var stranger = await app.World.Person();

        await Apply(app, await Check(browser, school, Header + $"99,{stranger.GivenName},{stranger.FamilyName},{stranger.Email},Teacher,Music teacher,0.2,\r\n", isPartial: true));

        var after = (await People(app, school)).Single(person => person.Id == stranger.Id);
        after.StaffNumber.ShouldBeNull();
        after.Posts.Count.ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task An_address_of_somebody_of_another_name_is_refused(App app)
    {
        var (school, _, browser) = await Start(app);
        var stranger = await app.World.Person();

        var preview = await Check(browser, school, Header + $"99,Eve,Other,{stranger.Email},Teacher,Teacher,1,\r\n", isPartial: true);

        preview.Text("main").ShouldContain("belongs to somebody of another name at another employer");
        preview.Text("main").ShouldNotContain(stranger.FamilyName);
    }

    [Theory, BothEngines]
    public async Task Two_files_at_once_are_refused(App app)
    {
        var (school, _, browser) = await Start(app);
        var preview = await Check(browser, school, Header + "7,Ann,Okafor,,Teacher,Teacher,1,\r\n", isPartial: true);
        var other = new PeopleImport { OrganisationId = school.Id, FileName = "other.csv", State = ImportState.Applying, CreatedAt = app.Clock.Now };
        await app.World.Add(other);
        await app.World.Add(new Web.Platform.Jobs.JobRun
        {
            Kind = "apply-people",
            SubjectId = other.Id,
            Title = "Other",
            ReturnPath = "/",
            State = Web.Platform.Jobs.JobState.Running,
            CreatedAt = app.Clock.Now,
        });
        await app.Db(db => db.ImportMemories.Where(memory => memory.OrganisationId == school.Id)
            .ExecuteUpdateAsync(memory => memory.SetProperty(row => row.RunningImportId, other.Id)));

        preview = await preview.Press("Import: all of it or nothing");

        preview.Flash.ShouldContain("Another file is being imported");
        (await People(app, school)).Count.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task The_columns_are_remembered(App app)
    {
        var (school, _, browser) = await Start(app);
        var page = await Upload(browser, school, "Who,What\r\nAnn Okafor,Teacher\r\n"u8.ToArray(), isPartial: true);
        page = await page.Press("Check the file", ("Columns[name]", "0"), ("Columns[role_group]", "1"));
        page.Text("main").ShouldContain("1 new person");

        page = await Upload(browser, school, "Number,Who,What\r\n4,Bob Lumb,Teacher\r\n"u8.ToArray(), isPartial: true);

        (await page.Press("Check the file")).Text("main").ShouldContain("1 new person");
    }

    [Theory, BothEngines]
    public async Task The_example_file_can_be_imported(App app)
    {
        var (school, _, browser) = await Start(app);
        var example = await (await browser.Get($"/directory/import/{school.Id}")).Follow("Download an example file");

        var preview = await Check(browser, school, example.Bytes, isPartial: true);

        preview.Text("main").ShouldContain("3 new people");
    }

    [Theory, BothEngines]
    public async Task Nobody_else_reaches_an_import(App app)
    {
        var (school, _, browser) = await Start(app);
        var preview = await Check(browser, school, Header + "7,Ann,Okafor,,Teacher,Teacher,1,\r\n", isPartial: true);
        var other = await app.SignInAs(await app.World.Holder(Role.Administrator, await app.World.Trust()));

        (await other.Get(preview.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get($"/directory/import/{school.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignInAs(await app.World.Holder(Role.PdLead, school))).Get(preview.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static async Task<(Organisation School, Person Lead, Visitor Browser)> Start(App app)
    {
        var school = await app.World.School();
        var lead = await app.World.Holder(Role.Administrator, school);
        return (school, lead, await app.SignInAs(lead));
    }

    internal static Task<Page> Check(Visitor browser, Organisation at, string file, bool isPartial = false) =>
        Check(browser, at, Encoding.UTF8.GetBytes(file), isPartial);

    internal static async Task<Page> Check(Visitor browser, Organisation at, byte[] file, bool isPartial = false) =>
        await (await Upload(browser, at, file, isPartial)).Press("Check the file");

    /// <summary>Presses the button and waits for the job.</summary>
    internal static async Task Apply(App app, Page preview)
    {
        var import = Guid.Parse(preview.Path.Split('/', '?')[4]);
        var job = await preview.Press("Import: all of it or nothing");
        job.Path.ShouldStartWith("/jobs/follow/");
        var run = await app.Db(db => db.JobRuns.AsNoTracking().SingleAsync(row => row.Kind == "apply-people" && row.SubjectId == import));
        (await app.JobEnded(run)).Words.ShouldStartWith("Done:");
    }

    private static async Task<Page> Upload(Visitor browser, Organisation at, byte[] file, bool isPartial) =>
        await (await browser.Get($"/directory/import/{at.Id}")).Press(
            "Read the file", ("Input.File", new UploadedFile("staff.csv", file)), ("Input.IsPartial", isPartial));

    /// <summary>Where and what, of everything that is wrong.</summary>
    internal static IReadOnlyList<string[]> Corrections(Page preview)
    {
        preview.Document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == "To be corrected").Id = "wrong";
        return preview.Table("#wrong");
    }

    private static string Row(Person person) => $",{person.GivenName},{person.FamilyName},{person.Email},Senior leader,,1,\r\n";

    private static Task<List<Person>> People(App app, Organisation at) =>
        app.Db(db => db.People.AsNoTracking().Include(person => person.Posts).Where(person => person.Posts.Any(post => post.OrganisationId == at.Id)).ToListAsync());
}
