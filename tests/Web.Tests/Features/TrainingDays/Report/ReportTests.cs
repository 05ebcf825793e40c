using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Report;

public sealed class ReportTests
{
    [Theory, BothEngines]
    public async Task It_says_who_got_what_they_wished_who_came_and_what_was_declined(App app)
    {
        var scene = await Scene.MakeAsync(app, answers: 5);
        var page = await scene.Lead.Get(scene.Path);
        page.Text("main").ShouldContain("6 people were invited; 5 of them chose workshops.");
        Rows(page, "Wishes by school").ShouldBe([$"{scene.Far.Name}|3|2|1|1", $"{scene.Near.Name}|3|3|2|2"]);
        Rows(page, "Wishes by role group").ShouldBe(["Teachers|5|4|2|2", "Site and premises staff|1|1|1|1"]);
        Rows(page, "Attendance by school").ShouldBe([$"{scene.Far.Name}|2|0|1|0", $"{scene.Near.Name}|1|1|0|1"]);
        Rows(page, "Offers that were not taken up").ShouldBe([$"{scene.Declined.Title}|{scene.Declined.Reason}"]);
        page.Text("main").ShouldContain("2 workshops were offered, 1 accepted, 1 not taken up, 0 withdrawn.");
        Rows(page, "How far people agree")[0].ShouldBe("It was about something that matters in my work.|4|0|0|0|1");
        page.Text("main").ShouldContain($"2 people had “{scene.Day.Workshops[0].Title}” among their first wishes and no place in it");
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
            (await scene.Lead.Get(link)).Status.ShouldBe(HttpStatusCode.OK, link);
    }

    [Theory, BothEngines]
    public async Task Word_says_the_same_and_is_sound(App app)
    {
        var scene = await Scene.MakeAsync(app, answers: 5);
        var note = await (await scene.Lead.Get($"/training-days/report/note/{scene.Day.Id}")).Press("Save", ("Input.Text", "More rooms.\nLess \u0001 paper & <fuss>."));
        note.Flash.ShouldContain("Saved.");
        var page = await scene.Lead.Get(scene.Path);
        var file = await scene.Lead.Get($"{scene.Path}?handler=word");
        file.Status.ShouldBe(HttpStatusCode.OK);
        using var word = WordprocessingDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(word).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
        var body = word.MainDocumentPart!.Document.Body!;
        body.Elements<Paragraph>().Where(IsHeading).Select(heading => heading.InnerText).ShouldBe(page.Texts("main h2"));
        var tables = body.Elements<Table>().ToList();
        tables.Count.ShouldBe(6);
        tables.Select(table => string.Join('\n', table.Elements<TableRow>().Skip(1).Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText)))))
            .ShouldBe(page.Document.QuerySelectorAll("main .listing table").Select(table => string.Join('\n', Rows(table))));
        tables.ShouldAllBe(table => table.Descendants<TableHeader>().Any());
        var charts = word.MainDocumentPart.ChartParts.ToList();
        charts.Count.ShouldBe(page.Document.QuerySelectorAll("main figure").Length);
        charts.ShouldAllBe(chart => chart.EmbeddedPackagePart != null);
        body.InnerText.ShouldContain("Less  paper & <fuss>.");
    }

    [Theory, BothEngines]
    public async Task A_head_reads_the_part_of_their_own_school(App app)
    {
        var scene = await Scene.MakeAsync(app, answers: 5);
        var head = await app.SignInAs(await app.World.Holder(Role.Leader, scene.Near));
        var page = await head.Get(scene.Path);
        Rows(page, "Wishes by school").ShouldBe([$"{scene.Near.Name}|3|3|2|2"]);
        page.Texts("main h2").ShouldBe(["In short", "Who got what they wished", "Who came"]);
        foreach (var html in new[] { page.Html, Words(await head.Get($"{scene.Path}?handler=word")) })
        {
            html.ShouldNotContain(scene.Far.Name);
            html.ShouldNotContain(scene.Declined.Title);
            html.ShouldNotContain("Agree strongly");
        }
        (await head.Get($"/training-days/report/note/{scene.Day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Get($"/training-days/report/carried/{scene.Day.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var teacher = await app.SignInAs(scene.People[0]);
        (await teacher.Get(scene.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.Get($"{scene.Path}?handler=word")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Fewer_than_five_answers_stand_neither_on_the_page_nor_in_Word(App app)
    {
        var scene = await Scene.MakeAsync(app, answers: 4);
        (await scene.Lead.Get(scene.Path)).Text("main").ShouldContain("No session got at least 5 answers");
        var words = Words(await scene.Lead.Get($"{scene.Path}?handler=word"));
        words.ShouldContain("No session got at least 5 answers");
        words.ShouldNotContain("Agree strongly");
    }

    [Theory, BothEngines]
    public async Task It_takes_as_many_queries_for_many_people_as_for_few(App app)
    {
        var scene = await Scene.MakeAsync(app, answers: 5);
        var few = await app.QueriesOf(() => scene.Lead.Get(scene.Path));
        for (var number = 0; number < 3; number++)
            await app.World.Choose(await app.World.Invite(scene.Day, await app.World.Person(await app.World.School())), [.. scene.Day.Workshops]);
        (await app.QueriesOf(() => scene.Lead.Get(scene.Path))).Count.ShouldBe(few.Count);
    }

    private static string[] Rows(Page page, string caption) =>
        [.. Rows(page.Document.QuerySelectorAll("main table").Single(table => table.QuerySelector("caption")?.TextContent.Trim() == caption))];

    private static IEnumerable<string> Rows(AngleSharp.Dom.IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())));

    private static string Words(Page file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        return word.MainDocumentPart!.Document.InnerText + string.Concat(word.MainDocumentPart.ChartParts.Select(chart => chart.ChartSpace.InnerText));
    }

    private static bool IsHeading(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1";

    /// <summary>
    /// Two schools with three people each. Near: two have their best day and first wish, one neither; Far: one has, one has not, one did not
    /// choose. Five were asked how it was, one of whom did not like it.
    /// </summary>
    private sealed record Scene(Organisation Near, Organisation Far, TrainingDay Day, Offer Declined, IReadOnlyList<Person> People, Visitor Lead)
    {
        public string Path => $"/training-days/report/{Day.Id}";

        public static async Task<Scene> MakeAsync(App app, int answers)
        {
            var world = app.World;
            var trust = await world.Trust();
            var (near, far) = (await world.School("Near", trust), await world.School("Far", trust));
            var lead = await world.Holder(Role.PdLead, at: trust);
            var people = new List<Person>();
            for (var number = 0; number < 6; number++)
                people.Add(await world.Person(number < 3 ? near : far, number == 0 ? RoleGroup.SiteAndPremises : RoleGroup.Teacher));
            var day = await world.Day(trust, DayStage.Closed, slots: 1, workshops: 2);
            var (first, second) = (day.Workshops[0].Sessions[0], day.Workshops[1].Sessions[0]);
            var places = new List<(Invitee, Session, int?)>();
            foreach (var (index, person) in people.Index())
            {
                var invitee = await world.Invite(day, person);
                var isHappy = index is 0 or 1 or 3;
                if (index != 5)
                    await world.Choose(invitee, [.. day.Workshops]);
                places.Add((invitee, isHappy ? first : second, index == 5 ? null : isHappy ? 1 : 2));
            }
            var run = await world.AdoptedRun(day, lead, [.. places]);
            foreach (var index in new[] { 2, 4 })
            {
                await app.Db(db => db.Letters.Where(letter => letter.RunId == run.Id && letter.InviteeId == places[index].Item1.Id)
                    .ExecuteUpdateAsync(change => change.SetProperty(letter => letter.Regret, 1)));
            }
            await world.GoLive(day);
            await world.Register(day, first, people[0], AttendanceState.Present);
            await world.Register(day, first, people[1], AttendanceState.Absent);
            await world.Register(day, first, people[3], AttendanceState.Present);
            await world.Register(day, second, people[4], AttendanceState.Present);
            await world.Register(day, second, people[5], AttendanceState.Apologies);
            await world.Offer(day, people[0], OfferState.Submitted, decision: OfferDecision.Accept, isSent: true);
            var declined = await world.Offer(day, people[1], OfferState.Submitted, decision: OfferDecision.Decline, isSent: true);
            for (var number = 0; number < answers; number++)
                await world.GiveFeedback(first, await world.Person(near), new FeedbackAnswer([number == 0 ? 1 : 5, 4, 3, 2], "", ""));
            await world.FeedbackIsOver(day);
            return new Scene(near, far, day, declined, people, await app.SignInAs(lead));
        }
    }
}
