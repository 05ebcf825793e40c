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

    public Dictionary<string, Room> Rooms { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Workshop> Workshops { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Workshop, string Slot), Session> Sessions { get; } = [];

    /// <summary>The role groups of a row of the files.</summary>
    public static List<RoleGroup> Audience(DemoSessionRow row) =>
        [.. row.For.Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(group => Groups[group.Trim()])];

    /// <summary>Slots and rooms, which are known before there are workshops.</summary>
    /// <param name="shift">By how many minutes all slots are later than in the files.</param>
    public static DemoProgramme AddTimes(AppDb db, TrainingDay day, int shift)
    {
        var programme = new DemoProgramme();
        var rows = DemoRows.Sessions();
        foreach (var (index, start) in rows.Select(row => row.Slot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index())
        {
            var minute = Minute(start) + shift;
            var slot = new Slot { DayId = day.Id, Name = $"Session {index + 1}", StartMinute = minute, EndMinute = minute + SlotMinutes };
            programme.Slots[start] = slot;
            db.Slots.Add(slot);
        }
        foreach (var room in rows.GroupBy(row => row.Room, StringComparer.Ordinal))
            programme.Rooms[room.Key] = new Room { DayId = day.Id, Name = room.Key, Seats = room.Max(row => row.Seats) };
        db.Rooms.AddRange(programme.Rooms.Values);
        return programme;
    }

    /// <summary>Makes the workshops of what was offered, each in its slots and rooms.</summary>
    public void AddWorkshops(AppDb db, TrainingDay day, DemoPeople demo, DemoOffers offers)
    {
        var presenters = demo.Rows.SelectMany(row => row.Presented.Select(code => (Code: code, row.Name, row.School)))
            .ToLookup(row => row.Code, row => $"{row.Name}, {row.School}", StringComparer.Ordinal);
        foreach (var row in DemoRows.Sessions())
        {
            if (!Workshops.TryGetValue(row.Workshop, out var workshop))
            {
                var offer = offers.Accepted[row.Workshop];
                workshop = new Workshop
                {
                    DayId = day.Id,
                    OfferId = offer.Id,
                    Code = row.Workshop,
                    Title = row.Title,
                    Summary = DemoSummaries.Of(row.Workshop),
                    PresenterNames = string.Join(" and ", presenters[row.Workshop].DefaultIfEmpty($"{offer.Presenters[0].Name}, {offer.Presenters[0].Employer}")),
                    Audience = Audience(row),
                };
                Workshops[row.Workshop] = workshop;
                db.Workshops.Add(workshop);
            }
            var session = new Session
            {
                WorkshopId = workshop.Id,
                SlotId = Slots[row.Slot].Id,
                RoomId = Rooms[row.Room].Id,
                Seats = row.Seats,
                Minimum = row.Minimum,
            };
            Sessions[(row.Workshop, row.Slot)] = session;
            db.Sessions.Add(session);
        }
    }

    private static int Minute(string start) => (int)TimeOnly.Parse(start, CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes;
}
