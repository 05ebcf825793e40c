using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class ImportTests
{
    private const string Programme = """
        workshop,title,slot,room,seats,minimum,for
        W01,Fluency,09:30,Hall,60,,
        W01,,11:15,Hall,60,,
        W02,Kitchen,09:30,Lab,12,5,Catering staff|support staff
        """;

    [Theory, BothEngines]
    public async Task A_programme_comes_whole_with_its_slots_and_rooms(App app)
    {
        var (browser, day) = await Begin(app);
        var page = await Upload(browser, $"/training-days/import/{day.Id}", Programme);
        page.Text("main").ShouldContain("2 slots are made: Session 1, 09:30 to 10:45; Session 2, 11:15 to 12:30");
        page = await page.Press("Import 3 rows");
        page.Flash.ShouldBe("3 rows are imported.");
        var sessions = await app.Db(db => db.Sessions.Include(row => row.Workshop).Include(row => row.Room).Where(row => row.Workshop!.DayId == day.Id).ToListAsync());
        sessions.Count.ShouldBe(3);
        var kitchen = sessions.Single(row => row.Workshop!.Code == "W02");
        (kitchen.Seats, kitchen.Minimum, kitchen.Room!.Name).ShouldBe((12, 5, "Lab"));
        kitchen.Workshop!.Audience.ShouldBe([RoleGroup.Office, RoleGroup.SiteAndPremises, RoleGroup.Catering, RoleGroup.TechnicianAndIt, RoleGroup.PastoralAndHealth], ignoreOrder: true);
        (await app.Db(db => db.AuditEntries.AnyAsync(entry => entry.SubjectId == day.Id && entry.Deed.Contains("imported 3 sessions")))).ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task One_bad_cell_and_nothing_is_imported(App app)
    {
        var (browser, day) = await Begin(app);
        var page = await Upload(browser, $"/training-days/import/{day.Id}", Programme + "\nW03,Calm,noon,Hall,many,,wizards\nW04,Two at once,09:30,Hall,10,,");
        page.Heading.ShouldContain("cannot be imported yet");
        page.Texts("mark").ShouldBe(["noon", "many", "wizards", "Hall"]);
        page.Texts("button").ShouldNotContain(button => button.StartsWith("Import", StringComparison.Ordinal));
        (await app.Db(db => db.Workshops.AnyAsync(row => row.DayId == day.Id))).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task The_same_file_again_changes_nothing_and_rooms_can_be_swapped(App app)
    {
        var (browser, day) = await Begin(app);
        const string before = "workshop,title,slot,room,seats\nW01,One,09:30,Hall,20\nW02,Two,09:30,Lab,20";
        const string after = "workshop,title,slot,room,seats\nW01,One,09:30,Lab,20\nW02,Two,09:30,Hall,20";
        foreach (var text in new[] { before, before, after })
            await (await Upload(browser, $"/training-days/import/{day.Id}", text)).Press("Import 2 rows");
        var rooms = await app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == day.Id).OrderBy(row => row.Workshop!.Code).Select(row => row.Room!.Name).ToListAsync());
        rooms.ShouldBe(["Lab", "Hall"]);
        (await app.Db(db => db.Slots.CountAsync(row => row.DayId == day.Id))).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_file_without_its_columns_or_without_rows_is_refused_in_words(App app)
    {
        var (browser, day) = await Begin(app);
        (await Upload(browser, $"/training-days/import/{day.Id}", "name,when\nFluency,09:30")).Text("main").ShouldContain("There is no column “workshop”");
        (await Upload(browser, $"/training-days/import/{day.Id}", "workshop,title,slot,room,seats")).Text("main").ShouldContain("there are no rows");
        (await browser.Get($"/training-days/import/{day.Id}")).Errors.ShouldBeEmpty();
        (await (await browser.Get($"/training-days/import/{day.Id}")).Press("Look at the file")).Errors.ShouldBe(["File: choose a file that is not empty"]);
    }

    [Theory, BothEngines]
    public async Task Somebody_elses_upload_is_not_found(App app)
    {
        var (browser, day) = await Begin(app);
        var page = await Upload(browser, $"/training-days/import/{day.Id}", Programme);
        var other = await app.World.Person();
        await app.World.Add(new RoleGrant { PersonId = other.Id, OrganisationId = day.OrganisationId, Role = Role.PdLead, GrantedAt = app.Clock.Now });
        (await (await app.SignInAs(other)).Get(page.Path)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Choices_are_imported_by_address_or_staff_number(App app)
    {
        var (browser, day) = await Begin(app, workshops: 3);
        var (first, second) = (await app.World.Person(), await app.World.Person());
        var number = World.Code();
        await app.Db(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == second.Id)).StaffNumber = number;
            return await db.SaveChangesAsync();
        });
        var replaced = await app.World.Choose(await app.World.Invite(day, first), day.Workshops[0], day.Workshops[2]);
        var fresh = await app.World.Invite(day, second);
        var page = await Upload(browser, $"/training-days/import-choices/{day.Id}", $"person,choice_1,choice_2\n{first.Email},W02,W01\n{number},w03,");
        page.Text("main").ShouldContain("1 person had chosen; their earlier choices are replaced");
        page = await page.Press("Import the choices of 2 people");
        page.Flash.ShouldContain("2 people");
        (await Wishes(app, replaced)).ShouldBe(["W02", "W01"]);
        (await Wishes(app, fresh)).ShouldBe(["W03"]);
        (await app.Db(db => db.Invitees.SingleAsync(row => row.Id == fresh.Id))).ChosenAt.ShouldNotBeNull();
    }

    [Theory, BothEngines]
    public async Task One_bad_choice_and_none_is_imported(App app)
    {
        var (browser, day) = await Begin(app, workshops: 2);
        var forCooks = await app.World.Workshop(day, [RoleGroup.Catering]);
        var invitee = await app.World.Person();
        await app.World.Invite(day, invitee);
        var page = await Upload(browser, $"/training-days/import-choices/{day.Id}",
            $"person,choice_1,choice_2,choice_3\n{invitee.Email},W01,W01,{forCooks.Code}\nnobody@school.example,W01,,\n{invitee.Email},W99,,");
        page.Texts("mark").ShouldBe(["W01", forCooks.Code, "nobody@school.example", invitee.Email!, "W99"]);
        (await app.Db(db => db.Choices.AnyAsync(choice => choice.Workshop!.DayId == day.Id))).ShouldBeFalse();
    }

    private static async Task<Page> Upload(Visitor browser, string path, string text) =>
        await (await browser.Get(path)).Press("Look at the file", ("Upload", new UploadedFile("file.csv", text)));

    private static Task<List<string>> Wishes(App app, Invitee invitee) => app.Db(db =>
        db.Choices.Where(choice => choice.InviteeId == invitee.Id).OrderBy(choice => choice.Rank).Select(choice => choice.Workshop!.Code).ToListAsync());

    private static async Task<(Visitor Browser, TrainingDay Day)> Begin(App app, int workshops = 0)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, slots: workshops == 0 ? 0 : 1, workshops: workshops);
        return (await app.SignInAs(await app.World.Holder(Role.PdLead, trust)), day);
    }
}
