using Guildhall.Tables;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Lists;

/// <summary>Who goes where, as files hold it.</summary>
internal static class PlaceRows
{
    /// <summary>A row for each place, session by session.</summary>
    public static async Task<Sheet> BySessionAsync(AppDb db, IQueryable<Invitee> invitees, Guid run, CancellationToken cancellation)
    {
        var rows = await Of(db, invitees, run)
            .OrderBy(row => row.Slot.StartMinute).ThenBy(row => row.Workshop!.Code).ThenBy(row => row.Person.FamilyName).ThenBy(row => row.Person.GivenName).ThenBy(row => row.Invitee.Id)
            .Select(row => new { Slot = row.Slot.Name, row.Slot.StartMinute, row.Workshop!.Code, row.Workshop.Title, Room = row.Room!.Name, row.Person.FamilyName, row.Person.GivenName, School = row.School.Name, row.Invitee.RoleGroup, row.Wish })
            .ToListAsync(cancellation);
        return new Sheet("By session", ["Slot", "Starts", "Workshop", "Title", "Room", "Family name", "Given name", "School", "Role group", "Wish"], rows.Select(row => (IReadOnlyList<Cell>)
            [row.Slot, TimeOnly.MinValue.AddMinutes(row.StartMinute).ToString("HH:mm", null), row.Code ?? "No place", row.Title ?? "", row.Room ?? "", row.FamilyName, row.GivenName, row.School, row.RoleGroup.Words(), row.Wish]));
    }

    /// <summary>A row for each person, school by school, with a column for each slot.</summary>
    public static async Task<Sheet> BySchoolAsync(MyDayReader reader, IQueryable<Invitee> invitees, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        var people = await invitees
            .OrderBy(invitee => invitee.Organisation!.Name).ThenBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Person!.GivenName).ThenBy(invitee => invitee.Id)
            .Select(invitee => new { invitee.Id, School = invitee.Organisation!.Name, invitee.Person!.FamilyName, invitee.Person.GivenName, invitee.RoleGroup })
            .ToListAsync(cancellation);
        var places = await PartsAsync(reader, invitees, cancellation);
        return new Sheet(
            "By school",
            ["School", "Family name", "Given name", "Role group", .. slots.Select(slot => $"{slot.Name}, {slot.Starts:HH:mm}")],
            people.Select(person => (IReadOnlyList<Cell>)
                [person.School, person.FamilyName, person.GivenName, person.RoleGroup.Words(), .. slots.Select(slot => (Cell)places.GetValueOrDefault((person.Id, slot.Id), ""))]));
    }

    /// <summary>What people do in each slot, in words.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Invitee, Guid Slot), string>> PartsAsync(
        MyDayReader reader, IQueryable<Invitee> invitees, CancellationToken cancellation) =>
        (await reader.ReadByAdoptedRunAsync(invitees, cancellation))
            .SelectMany(day => day.Parts.Select(part => (day.InviteeId, Part: part)))
            .ToDictionary(row => (row.InviteeId, row.Part.SlotId), row => Words(row.Part));

    private static string Words(PersonDayPart part) => part.Kind switch
    {
        PartKind.Attends => Session(part),
        PartKind.Presents => $"Presents {Session(part)}",
        PartKind.Away => "Away",
        _ => "No place",
    };

    private static string Session(PersonDayPart part) => $"{part.Code} {part.Title}{(part.Room.Length > 0 ? $", {part.Room}" : "")}";

    private static IQueryable<PlaceRow> Of(AppDb db, IQueryable<Invitee> invitees, Guid run) =>
        db.Places.Where(place => place.RunId == run)
            .Join(invitees, place => place.InviteeId, invitee => invitee.Id, (place, invitee) => new PlaceRow
            {
                Invitee = invitee,
                Person = invitee.Person!,
                School = invitee.Organisation!,
                Slot = place.Slot!,
                Workshop = place.Session!.Workshop,
                Room = place.Session.Room,
                Wish = place.Wish,
            });

    private sealed class PlaceRow
    {
        public required Invitee Invitee { get; init; }

        public required Person Person { get; init; }

        public required Organisation School { get; init; }

        public required Slot Slot { get; init; }

        public Workshop? Workshop { get; init; }

        public Room? Room { get; init; }

        public int? Wish { get; init; }
    }
}
