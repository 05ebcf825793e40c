using System.Globalization;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>Slots, rooms, workshops and sessions of the demo's day, by the names in the files.</summary>
internal sealed class DemoProgramme
{
    private const int SlotMinutes = 75;

    private static readonly Dictionary<string, RoleGroup[]> Groups = new(StringComparer.Ordinal)
    {
        ["leader"] = [RoleGroup.SeniorLeader],
        ["teacher"] = [RoleGroup.Teacher],
        ["teaching assistant"] = [RoleGroup.TeachingAssistant],
        ["support staff"] =
        [
            RoleGroup.Office, RoleGroup.SiteAndPremises, RoleGroup.Catering, RoleGroup.TechnicianAndIt, RoleGroup.PastoralAndHealth,
        ],
    };

    public Dictionary<string, Slot> Slots { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Workshop> Workshops { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Workshop, string Slot), Session> Sessions { get; } = [];

    public static DemoProgramme Add(AppDb db, TrainingDay day, DemoPeople demo)
    {
        var programme = new DemoProgramme();
        var rows = DemoRows.Sessions();
        foreach (var (index, start) in rows.Select(row => row.Slot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index())
        {
            var minute = (int)TimeOnly.Parse(start, CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes;
            var slot = new Slot { DayId = day.Id, Name = $"Session {index + 1}", StartMinute = minute, EndMinute = minute + SlotMinutes };
            programme.Slots[start] = slot;
            db.Slots.Add(slot);
        }
        var presenters = demo.Rows.Where(row => row.Presents.Length > 0)
            .SelectMany(row => row.Presents.Split('|').Select(code => (Code: code.Trim(), row.Name, row.School)))
            .ToLookup(row => row.Code, StringComparer.Ordinal);
        var rooms = rows.GroupBy(row => row.Room, StringComparer.Ordinal).ToDictionary(
            room => room.Key, room => new Room { DayId = day.Id, Name = room.Key, Seats = room.Max(row => row.Seats) }, StringComparer.Ordinal);
        db.Rooms.AddRange(rooms.Values);
        foreach (var row in rows)
        {
            if (!programme.Workshops.TryGetValue(row.Workshop, out var workshop))
            {
                workshop = new Workshop
                {
                    DayId = day.Id,
                    Code = row.Workshop,
                    Title = row.Title,
                    Summary = DemoSummaries.Of(row.Workshop),
                    PresenterNames = string.Join(" and ", presenters[row.Workshop].Select(presenter => $"{presenter.Name}, {presenter.School}")),
                    Audience = [.. row.For.Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(group => Groups[group.Trim()])],
                };
                programme.Workshops[row.Workshop] = workshop;
                db.Workshops.Add(workshop);
            }
            var session = new Session
            {
                WorkshopId = workshop.Id,
                SlotId = programme.Slots[row.Slot].Id,
                RoomId = rooms[row.Room].Id,
                Seats = row.Seats,
                Minimum = row.Minimum,
            };
            programme.Sessions[(row.Workshop, row.Slot)] = session;
            db.Sessions.Add(session);
        }
        return programme;
    }
}
