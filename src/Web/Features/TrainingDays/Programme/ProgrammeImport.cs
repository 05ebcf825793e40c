using Guildhall.Tables;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>
/// Brings workshops and sessions from a file into a day: what is new is added, what has the same code (and, for a session, the same slot)
/// is changed, what the file does not name stays. Rooms and slots that the day does not have are made.
/// </summary>
internal sealed class ProgrammeImport
{
    private readonly FilePreview _preview;
    private readonly ColumnMapping _columns;
    private readonly List<ProgrammeRow> _rows;
    private readonly List<Slot> _slots;
    private readonly Dictionary<string, Room> _rooms;
    private readonly Dictionary<string, Workshop> _workshops;
    private readonly HashSet<object> _new = [];
    private readonly Dictionary<ProgrammeRow, (Slot Slot, Room? Room)> _places = [];

    private ProgrammeImport(FilePreview preview, List<ProgrammeRow> rows, List<Slot> slots, List<Room> rooms, List<Workshop> workshops)
    {
        (_preview, _columns, _rows, _slots) = (preview, ProgrammeFile.Columns(preview), rows, slots);
        _rooms = rooms.ToDictionary(room => room.Name, StringComparer.OrdinalIgnoreCase);
        _workshops = workshops.ToDictionary(workshop => workshop.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Understands the file and says in the preview what is wrong, or what will happen. Nothing is changed yet.</summary>
    /// <param name="db">Where the day is. What is loaded stays tracked, for <see cref="ApplyAsync"/>.</param>
    /// <param name="day">The day.</param>
    /// <param name="preview">The file, and where the findings go.</param>
    /// <param name="slotMinutes">How long a new slot is whose end the file does not say.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ProgrammeImport> ReadAsync(AppDb db, TrainingDay day, FilePreview preview, int slotMinutes, CancellationToken cancellation)
    {
        var import = new ProgrammeImport(
            preview,
            ProgrammeFile.Read(preview),
            await db.Slots.Where(slot => slot.DayId == day.Id).ToListAsync(cancellation),
            await db.Rooms.Where(room => room.DayId == day.Id).ToListAsync(cancellation),
            await db.Workshops.Include(workshop => workshop.Sessions).Where(workshop => workshop.DayId == day.Id).ToListAsync(cancellation));
        import.FindSlots(day, slotMinutes);
        import.FindRooms(day);
        import.FindWorkshops(day);
        import.CheckBoard();
        import.CheckPlaces();
        if (preview.IsGood)
            import.SayWhatHappens();
        return import;
    }

    /// <summary>Does what the preview said. In one transaction: all of it, or nothing.</summary>
    public async Task ApplyAsync(AppDb db, CancellationToken cancellation)
    {
        db.AddRange(_new);
        var moved = new List<(Session Session, Room? Room)>();
        foreach (var row in _rows)
        {
            var (slot, room) = _places[row];
            var workshop = _workshops[row.Code];
            if (workshop.Sessions.Find(session => session.SlotId == slot.Id) is not { } session)
                db.Sessions.Add(session = new Session { WorkshopId = workshop.Id, SlotId = slot.Id, RoomId = room?.Id });
            else if (session.RoomId != room?.Id)
            {
                // Two sessions may change their rooms with each other: both leave first.
                moved.Add((session, room));
                session.RoomId = null;
            }
            session.Seats = row.Seats!.Value;
            session.Minimum = row.Minimum;
        }
        foreach (var rows in _rows.GroupBy(row => row.Code, StringComparer.OrdinalIgnoreCase))
            Describe(_workshops[rows.Key], [.. rows]);
        await db.SaveChangesAsync(cancellation);
        foreach (var (session, room) in moved)
            session.RoomId = room?.Id;
        await db.SaveChangesAsync(cancellation);
    }

    private static void Describe(Workshop workshop, IReadOnlyList<ProgrammeRow> rows)
    {
        workshop.Title = First(rows, row => row.Title) ?? workshop.Title;
        workshop.Summary = First(rows, row => row.Summary) ?? workshop.Summary;
        workshop.PresenterNames = First(rows, row => row.Presenters) ?? workshop.PresenterNames;
        if (rows[0].Audience is { } audience && !audience.SequenceEqual(workshop.Audience))
            workshop.Audience = audience;
    }

    private static string? First(IReadOnlyList<ProgrammeRow> rows, Func<ProgrammeRow, string> part) => rows.Select(part).FirstOrDefault(text => text.Length > 0);

    private void FindSlots(TrainingDay day, int minutes)
    {
        foreach (var row in _rows.Where(row => row.Slot is not null).OrderBy(row => row.Slot!.Starts))
        {
            var asked = row.Slot!;
            var slot = _slots.Find(asked.Is);
            if (slot is null && asked.Starts is { } starts)
            {
                var ends = asked.Ends ?? starts.AddMinutes(minutes);
                if (ends <= starts)
                    Refuse(row, "slot", "The slot must end after it begins, on the same day");
                else if (_slots.Find(other => starts < other.Ends && other.Starts < ends) is { } other)
                    Refuse(row, "slot", $"{starts:HH:mm} to {ends:HH:mm} overlaps {other.Name}, {other.Starts:HH:mm} to {other.Ends:HH:mm}");
                else
                    _slots.Add(slot = Made(new Slot
                    {
                        DayId = day.Id,
                        Name = NewName(),
                        StartMinute = (int)starts.ToTimeSpan().TotalMinutes,
                        EndMinute = (int)ends.ToTimeSpan().TotalMinutes,
                    }));
            }
            else if (slot is null)
                Refuse(row, "slot", "No slot is called this. Write its name, or the time at which it begins, such as 09:30");
            if (slot is not null)
                _places[row] = (slot, null);
        }
    }

    private string NewName()
    {
        for (var number = _slots.Count + 1; ; number++)
        {
            if (!_slots.Exists(slot => slot.Name == $"Session {number}"))
                return $"Session {number}";
        }
    }

    private void FindRooms(TrainingDay day)
    {
        foreach (var rows in _rows.Where(row => row.Room.Length > 0).GroupBy(row => row.Room, StringComparer.OrdinalIgnoreCase))
        {
            if (!_rooms.TryGetValue(rows.Key, out var room))
                _rooms[rows.Key] = room = Made(new Room { DayId = day.Id, Name = rows.Key, Seats = Math.Max(1, rows.Max(row => row.Seats ?? 0)) });
            foreach (var row in rows)
            {
                if (row.Seats > room.Seats)
                    Refuse(row, "seats", $"{room.Name} has {Count.Of(room.Seats, "seat", "seats")}");
                if (_places.TryGetValue(row, out var place))
                    _places[row] = (place.Slot, room);
            }
        }
    }

    private void FindWorkshops(TrainingDay day)
    {
        foreach (var rows in _rows.Where(row => row.Code.Length > 0).GroupBy(row => row.Code, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var other in rows.Where(row => row.Title.Length > 0 && row.Title != First([.. rows], one => one.Title)))
                Refuse(other, "title", $"{rows.Key} has another title in an earlier row");
            foreach (var other in rows.Where(row => row.Audience is not null && !row.Audience.SequenceEqual(rows.First().Audience!)))
                Refuse(other, "for", $"{rows.Key} is for others in an earlier row");
            if (_workshops.ContainsKey(rows.Key))
                continue;
            if (First([.. rows], row => row.Title) is { } title)
                _workshops[rows.Key] = Made(new Workshop { DayId = day.Id, Code = rows.Key, Title = title });
            else
                Refuse(rows.First(), "title", "A new workshop needs a title");
        }
    }

    // As the day will be: the sessions that the file does not name, then those that it does.
    private void CheckBoard()
    {
        var named = _places.Select(pair => (pair.Key.Code.ToUpperInvariant(), pair.Value.Slot.Id)).ToHashSet();
        var taken = _workshops.Values.SelectMany(workshop => workshop.Sessions.Where(session => session.RoomId is not null
                && !named.Contains((workshop.Code.ToUpperInvariant(), session.SlotId))).Select(session => (session.SlotId, session.RoomId!.Value, workshop.Code)))
            .ToDictionary(row => (row.SlotId, row.Value), row => row.Code);
        var runs = new HashSet<(string Code, Guid Slot)>();
        foreach (var row in _rows)
        {
            if (!_places.TryGetValue(row, out var place))
                continue;
            if (!runs.Add((row.Code.ToUpperInvariant(), place.Slot.Id)))
                Refuse(row, "slot", $"{row.Code} runs in this slot in an earlier row already");
            else if (place.Room is { } room && !taken.TryAdd((place.Slot.Id, room.Id), row.Code))
                Refuse(row, "room", $"{room.Name} is taken by {taken[(place.Slot.Id, room.Id)]} in {place.Slot.Name}");
        }
    }

    // Once the day is published, people sit there.
    private void CheckPlaces()
    {
        foreach (var (row, place) in _places)
        {
            if (_workshops.GetValueOrDefault(row.Code)?.Sessions.Find(session => session.SlotId == place.Slot.Id)?.SeatsRefusal(row.Seats) is { } tooFew)
                Refuse(row, "seats", tooFew);
        }
    }

    private void SayWhatHappens()
    {
        var workshops = _rows.Select(row => row.Code).Distinct(StringComparer.OrdinalIgnoreCase).Select(code => _workshops[code]).ToList();
        var added = workshops.Count(_new.Contains);
        var sessions = _rows.Count(row => !_workshops[row.Code].Sessions.Exists(session => session.SlotId == _places[row].Slot.Id));
        string[] parts =
        [
            $"{Count.Of(added, "workshop is", "workshops are")} added and {Count.Of(workshops.Count - added, "one that is", "ones that are")} there already brought up to date.",
            $"{Count.Of(sessions, "session is", "sessions are")} added and {Count.Of(_rows.Count - sessions, "one that is", "ones that are")} there already brought up to date.",
        ];
        _preview.WhatHappens.AddRange(parts);
        var rooms = _new.OfType<Room>().Select(room => $"{room.Name} ({room.Seats})").ToList();
        if (rooms.Count > 0)
            _preview.WhatHappens.Add($"{Count.Of(rooms.Count, "room is", "rooms are")} made, with the seats of the largest session: {Count.List(rooms)}.");
        var slots = _new.OfType<Slot>().OrderBy(slot => slot.StartMinute).Select(slot => $"{slot.Name}, {slot.Starts:HH:mm} to {slot.Ends:HH:mm}").ToList();
        if (slots.Count > 0)
            _preview.WhatHappens.Add($"{Count.Of(slots.Count, "slot is", "slots are")} made: {string.Join("; ", slots)}.");
    }

    private T Made<T>(T row)
        where T : class
    {
        _new.Add(row);
        return row;
    }

    private void Refuse(ProgrammeRow row, string field, string words) => _preview.Refuse(row.Row, _columns.ColumnOf(field), words);
}
