using System.Text;
using System.Text.Json;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Programme;

/// <summary>Schedules in the format of pretalx and frab.</summary>
public sealed class ScheduleTests
{
    private static readonly DateOnly Date = new(2027, 3, 1);

    [Fact]
    public void Sessions_that_run_side_by_side_share_a_slot()
    {
        var rows = Read("""
            { "schedule": { "conference": { "rooms": [{ "name": "Hall", "capacity": 90 }], "days": [{ "date": "2027-03-01", "rooms": {
                "Hall": [{ "id": 7, "title": "Keynote", "start": "09:00", "duration": "01:00", "persons": [{ "public_name": "Ann Weir" }, { "name": "Bo Lee" }] },
                         { "id": 9, "title": "Phonics", "start": "10:15", "duration": "00:45" }],
                "Gym": [{ "code": "ABC", "title": "Number", "abstract": "Counting.", "start": "10:15", "duration": "01:15" }] } }] } } }
            """);
        rows.Select(row => (row.Workshop, row.Slot, row.Room, row.Seats)).ShouldBe(
        [
            ("7", "09:00-10:00", "Hall", 90), ("ABC", "10:15-11:30", "Gym", 30), ("9", "10:15-11:30", "Hall", 90),
        ]);
        rows[0].Presenters.ShouldBe("Ann Weir, Bo Lee");
        rows[1].Summary.ShouldBe("Counting.");
    }

    [Fact]
    public void A_slot_ends_where_its_room_is_needed_again()
    {
        var rows = Read("""
            { "schedule": { "conference": { "days": [{ "date": "2027-02-01", "rooms": {
                "Hall": [{ "id": 1, "title": "A", "start": "09:00", "duration": "00:30" }, { "id": 2, "title": "B", "start": "09:30", "duration": "00:30" }],
                "Gym": [{ "id": 3, "title": "C", "start": "09:00", "duration": "02:00" }] } }] } } }
            """);
        rows.Select(row => (row.Workshop, row.Slot)).ShouldBe([("3", "09:00-09:30"), ("1", "09:00-09:30"), ("2", "09:30-10:00")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schedule\": 3}")]
    [InlineData("{\"schedule\": {\"conference\": {\"days\": []}}}")]
    [InlineData("{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": {}}]}}}")]
    public void Another_file_is_refused_in_words(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        ScheduleReader.TryRead(file, Date, 30, out var rows, out var problem).ShouldBeFalse();
        rows.ShouldBeEmpty();
        problem.ShouldNotBeEmpty();
    }

    [Theory, BothEngines]
    public async Task What_is_written_can_be_brought_into_another_day(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Programme, workshops: 2, seats: 17);
        var empty = await app.World.Day(trust, DayStage.Draft, slots: 0);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var json = await browser.Http.GetByteArrayAsync($"/training-days/programme/versions/{day.Id}?handler=Schedule");
        using (var read = JsonDocument.Parse(json))
            read.RootElement.GetProperty("schedule").GetProperty("conference").GetProperty("days")[0].GetProperty("rooms").EnumerateObject().Count().ShouldBe(2);
        var page = await browser.Get($"/training-days/import/{empty.Id}");
        page = await page.Press("Look at the file", ("Upload", new UploadedFile("schedule.json", json)));
        await page.Press("Import 4 rows");
        var sessions = await app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == empty.Id)
            .OrderBy(row => row.Slot!.StartMinute).ThenBy(row => row.Workshop!.Code)
            .Select(row => new { row.Workshop!.Code, row.Workshop.Title, row.Slot!.StartMinute, row.Slot.EndMinute, row.Room!.Name, row.Seats }).ToListAsync());
        sessions.Select(row => (row.Code, row.Title, row.StartMinute, row.EndMinute, row.Name, row.Seats)).ShouldBe(
            day.Slots.SelectMany(slot => day.Workshops.Select((workshop, index) => (workshop.Code, workshop.Title, slot.StartMinute, slot.EndMinute, day.Rooms[index].Name, 17))));
    }

    private static List<ScheduleRow> Read(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        ScheduleReader.TryRead(file, Date, 30, out var rows, out var problem).ShouldBeTrue(problem);
        return rows;
    }
}
