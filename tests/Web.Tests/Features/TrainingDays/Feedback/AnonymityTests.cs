using System.Text;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Feedback;

/// <summary>Who answered and what was answered are two tables with no key, time or order between them.</summary>
public sealed class AnonymityTests
{
    [Theory, BothEngines]
    public async Task No_column_joins_an_answer_to_a_person(App app)
    {
        var model = await app.Db(db => Task.FromResult(db.Model));
        var answers = model.FindEntityType(typeof(SessionFeedback))!;
        answers.GetProperties().Select(property => property.Name).Order().ShouldBe(["Answers", "SessionId", "Version"]);
        answers.FindPrimaryKey()!.Properties.Select(property => property.Name).ShouldBe(["SessionId"]);
        model.FindEntityType(typeof(FeedbackGiven))!.GetProperties().Select(property => property.Name).Order().ShouldBe(["PersonId", "SessionId"]);
        // What is in the one column of answers: nothing but these.
        typeof(FeedbackAnswer).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name).Order().ShouldBe(["Better", "Ratings", "Useful"]);
    }

    [Theory, BothEngines]
    public async Task Neither_order_nor_names_nor_times_are_in_what_is_kept(App app)
    {
        var people = await PeopleAsync(app, 12);
        var day = await app.World.PastDay(await app.World.Trust(), DayStage.OnTheDay, people);
        var session = World.SessionOf(day);
        foreach (var (index, person) in people.Index())
            await app.World.GiveFeedback(session, person, new FeedbackAnswer([index % 5 + 1], $"Answer {index:00}", ""));
        var kept = await app.Db(db => db.SessionFeedback.SingleAsync(row => row.SessionId == session.Id));
        var order = PackedJson.Unpack<FeedbackAnswer[]>(kept.Answers).Select(answer => answer.Useful).ToList();
        order.Order().ShouldBe(people.Select((_, index) => $"Answer {index:00}"));
        // Twelve in their order by chance: once in 479 million times.
        order.ShouldNotBe(people.Select((_, index) => $"Answer {index:00}"));
        var text = Encoding.UTF8.GetString(Brotli(kept.Answers));
        foreach (var person in people)
        {
            text.ShouldNotContain(person.Id.ToString());
            text.ShouldNotContain(person.FamilyName);
        }
        text.ShouldNotContain(app.Clock.Now.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == day.Id || entry.SubjectId == session.Id))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Answers_that_come_at_once_are_all_kept(App app)
    {
        var people = await PeopleAsync(app, 8);
        var day = await app.World.PastDay(await app.World.Trust(), DayStage.OnTheDay, people);
        var session = World.SessionOf(day);
        await Task.WhenAll(people.Select((person, index) => app.World.GiveFeedback(session, person, new FeedbackAnswer([3], $"Answer {index}", ""))));
        var kept = await app.Db(db => db.SessionFeedback.SingleAsync(row => row.SessionId == session.Id));
        PackedJson.Unpack<FeedbackAnswer[]>(kept.Answers).Select(answer => answer.Useful).Order().ShouldBe(people.Select((_, index) => $"Answer {index}"));
        (await app.Db(db => db.FeedbackGiven.CountAsync(row => row.SessionId == session.Id))).ShouldBe(8);
    }

    private static byte[] Brotli(byte[] packed)
    {
        using var text = new MemoryStream();
        using var brotli = new System.IO.Compression.BrotliStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
        brotli.CopyTo(text);
        return text.ToArray();
    }

    private static async Task<List<Person>> PeopleAsync(App app, int number)
    {
        var school = await app.World.School();
        var people = new List<Person>();
        for (var count = 0; count < number; count++)
            people.Add(await app.World.Person(school));
        return people;
    }
}
