using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.Directory.Import;

public sealed class RosterTests
{
    [Theory, BothEngines]
    public async Task The_three_files_bring_in_the_staff_and_pass_over_the_pupils(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));
        var code = World.Code();

        var preview = await Send(
            browser, trust,
            $"sourcedId,name,type,parentSourcedId\r\nT,{trust.Name},district,\r\nS,{school.Name},school,T\r\n",
            $"sourcedId,username,familyName,givenName,email\r\n{code}1,ann.{code}@school.example,Okafor,Ann,\r\n{code}2,bob.{code}@school.example,Lumb,Bob,\r\n{code}3,kid,Small,Kim,\r\n",
            $"userSourcedId,orgSourcedId,role\r\n{code}1,S,teacher\r\n{code}2,S,teacherAssistant\r\n{code}3,S,student\r\n");
        preview.Text("main").ShouldContain("2 new people");
        await PeopleImportTests.Apply(app, preview);

        var posts = await app.Db(db => db.Posts.Include(post => post.Person).Where(post => post.OrganisationId == school.Id).OrderBy(post => post.RoleGroup).ToListAsync());
        posts.Select(post => (post.Person!.FullName, post.Person.StaffNumber, post.Person.Email, post.RoleGroup)).ShouldBe(
        [
            ("Ann Okafor", $"{code}1", $"ann.{code}@school.example".ToLowerInvariant(), RoleGroup.Teacher),
            ("Bob Lumb", $"{code}2", $"bob.{code}@school.example".ToLowerInvariant(), RoleGroup.TeachingAssistant),
        ]);
    }

    [Theory, BothEngines]
    public async Task What_does_not_fit_together_is_named_with_its_file(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));

        var preview = await Send(
            browser, trust,
            "sourcedId,name,type\r\nS,Nowhere School,school\r\n",
            "sourcedId,username,familyName,givenName\r\n1,ann@school.example,Okafor,Ann\r\n",
            "userSourcedId,orgSourcedId,role\r\n1,S,teacher\r\n2,S,teacher\r\n1,X,teacher\r\n");

        var errors = PeopleImportTests.Corrections(preview).Select(row => $"{row[0]}: {row[1]}").ToList();
        errors.ShouldContain(line => line.StartsWith("orgs.csv, row 2, column B (name): 'Nowhere School' is no school of this trust"));
        errors.ShouldContain("roles.csv, row 3, column A (userSourcedId): '2' is not in users.csv");
        errors.ShouldContain("roles.csv, row 4, column B (orgSourcedId): 'X' is not in orgs.csv");
    }

    [Theory, BothEngines]
    public async Task Capital_letters_of_the_columns_count(App app)
    {
        var trust = await app.World.Trust();
        var browser = await app.SignInAs(await app.World.Holder(Role.Administrator, trust));

        var preview = await Send(
            browser, trust, "SourcedId,name,type\r\nS,Nowhere School,school\r\n",
            "sourcedId,username,familyName,givenName\r\n1,ann@school.example,Okafor,Ann\r\n", "userSourcedId,orgSourcedId,role\r\n1,S,teacher\r\n");

        preview.Text("main").ShouldContain("the columns sourcedId are missing; capital letters count");
    }

    private static async Task<Page> Send(Visitor browser, Organisation trust, string orgs, string users, string roles) =>
        await (await browser.Get($"/directory/import/{trust.Id}")).Press(
            "Read the three files",
            ("Input.Organisations", new UploadedFile("orgs.csv", orgs)),
            ("Input.Users", new UploadedFile("users.csv", users)),
            ("Input.Roles", new UploadedFile("roles.csv", roles)));
}
