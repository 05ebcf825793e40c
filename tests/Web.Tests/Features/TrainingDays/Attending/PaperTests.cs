using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Attending.Paper;
using Guildhall.Web.Platform.Access;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

public sealed class PaperTests
{
    [Theory, BothEngines]
    public async Task Registers_have_a_page_for_each_session_with_names_and_room(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var (ann, ben) = (await scene.PersonAsync(scene.Ann), await scene.PersonAsync(scene.Ben));
        var lead = await app.SignInAs(scene.Lead);
        var file = await (await lead.Get($"/training-days/attendance/paper/{scene.Day.Id}")).Follow("Registers, PDF");
        file.ContentHeaders.ContentType!.MediaType.ShouldBe("application/pdf");
        var pages = PdfWords.Read(file.Bytes);
        pages.Count.ShouldBe(4);
        pages[0].ShouldContain($"{ann.FamilyName}, {ann.GivenName}");
        pages[0].ShouldContain($"W01 {scene.Day.Workshops[0].Title}");
        pages[0].ShouldContain(line => line.Contains(scene.Day.Rooms[0].Name, StringComparison.Ordinal) && line.Contains("09:00 to 10:00", StringComparison.Ordinal));
        pages[0].ShouldContain($"Code to check in: {await scene.CodeAsync(scene.Here)}");
        pages[0].Count(line => line == "Walk-in").ShouldBe(5);
        pages[1].ShouldContain($"{ben.FamilyName}, {ben.GivenName}");
        pages[1].ShouldNotContain($"{ann.FamilyName}, {ann.GivenName}");

        PdfWords.Read((await (await app.SignInAs(scene.Pat)).Get($"{scene.RegisterPath}?handler=paper")).Bytes).Count.ShouldBe(1);
        var codes = PdfWords.Read((await lead.Get($"/training-days/attendance/paper/{scene.Day.Id}?handler=codes")).Bytes);
        codes.Count.ShouldBe(4);
        codes[0].ShouldContain(await scene.CodeAsync(scene.Here));
    }

    [Theory, BothEngines]
    public async Task A_schools_lead_prints_their_own_people_and_no_codes(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var (ann, ben) = (await scene.PersonAsync(scene.Ann), await scene.PersonAsync(scene.Ben));
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, scene.School));
        var path = $"/training-days/attendance/paper/{scene.Day.Id}";
        (await browser.Get($"{path}?handler=codes")).Status.ShouldBe(HttpStatusCode.NotFound);
        var words = PdfWords.Read((await browser.Get($"{path}?handler=registers")).Bytes).SelectMany(page => page).ToList();
        words.ShouldContain($"{ann.FamilyName}, {ann.GivenName}");
        words.ShouldNotContain(line => line.Contains(ben.FamilyName, StringComparison.Ordinal) || line.Contains("Code to check in", StringComparison.Ordinal));
        words = [.. PdfWords.Read((await browser.Get($"{path}?handler=badges")).Bytes).SelectMany(page => page)];
        words.ShouldContain(ann.FamilyName);
        words.ShouldNotContain(ben.FamilyName);
    }

    [Theory, BothEngines]
    public async Task Badges_carry_name_school_and_where_people_go(App app)
    {
        var scene = await DayScene.MakeAsync(app);
        var ann = await scene.PersonAsync(scene.Ann);
        var page = await (await app.SignInAs(scene.Lead)).Get($"/training-days/attendance/paper/{scene.Day.Id}");
        var sheets = PdfWords.Read((await page.Submit("main form[method=get]", ("size", "2x4"), ("lines", true))).Bytes);
        sheets.Count.ShouldBe(1);
        sheets[0].ShouldContain(ann.GivenName);
        sheets[0].ShouldContain(ann.FamilyName);
        sheets[0].ShouldContain($"{scene.School.Name} · Teacher");
        sheets[0].ShouldContain($"09:00 {scene.Day.Rooms[0].Name}: {scene.Day.Workshops[0].Title}");
        sheets[0].ShouldContain($"09:00 {scene.Day.Rooms[0].Name}: you present {scene.Day.Workshops[0].Title}");
    }

    [Fact]
    public void Long_names_are_made_smaller_and_in_the_end_cut_off_but_never_leave_their_label()
    {
        var badge = new Badge
        {
            GivenName = "Bartholomew-Christopher",
            FamilyName = string.Join('-', Enumerable.Repeat("Wolstenholme", 12)),
            School = "St Thomas of Canterbury Catholic Voluntary Academy and Nursery School, with the Hearing Support Centre",
            RoleGroup = RoleGroup.Teacher,
            Sessions = [.. Enumerable.Range(1, 20).Select(slot => $"{slot}: {new string('x', 200)}")],
        };
        foreach (var size in BadgeSize.All)
        {
            var words = PdfWords.Read(BadgePdf.Of(new() { Name = "A day" }, [.. Enumerable.Repeat(badge, size.OnSheet + 1)], size, hasLines: true));
            words.Count.ShouldBe(2);
            words[0].Count(line => line == badge.GivenName).ShouldBe(size.OnSheet);
            words[1].ShouldContain(line => line.StartsWith("Wolstenholme-", StringComparison.Ordinal) && line.EndsWith('…'));
            words[1].ShouldContain("More on “My day”");
            PdfWords.Widest(BadgePdf.Of(new() { Name = "A day" }, [badge], size, hasLines: false)).ShouldBeLessThanOrEqualTo(size.At(0).Width);
        }
    }

    [Fact]
    public void A_list_of_80_takes_three_pages_and_says_so()
    {
        var people = Enumerable.Range(1, 80).Select(number => new PaperPerson($"Name {number}, Sam", "School")).ToList();
        var session = new Guildhall.Web.Features.TrainingDays.Lists.RegisterSession { Code = "W01", Title = "Phonics", Slot = "Morning", Presenters = "" };
        var pages = PdfWords.Read(RegisterPdf.Of(new() { Name = "A day" }, [new PaperRegister(session, people, CheckInCode: null)]));
        pages.Count.ShouldBe(3);
        pages[1].ShouldContain("W01 Phonics (continued)");
        pages.SelectMany(page => page).Count(line => line.EndsWith(", Sam", StringComparison.Ordinal)).ShouldBe(80);
    }
}
