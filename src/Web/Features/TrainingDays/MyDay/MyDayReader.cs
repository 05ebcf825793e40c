using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.MyDay;

/// <summary>
/// Reads people's days. However many people and days are asked for, the number of queries is the same.
/// </summary>
public sealed class MyDayReader(AppDb db)
{
    /// <summary>Somebody's published day; null before it is published and for whoever is not invited.</summary>
    public async Task<PersonDay?> ReadAsync(Guid dayId, Guid personId, CancellationToken cancellation) =>
        (await ReadByAdoptedRunAsync(Published(personId).Where(invitee => invitee.DayId == dayId), cancellation)).SingleOrDefault();

    /// <summary>All published days of somebody from a date on, the earliest first.</summary>
    public async Task<IReadOnlyList<PersonDay>> ReadAllAsync(Guid personId, DateOnly from, CancellationToken cancellation) =>
        await ReadByAdoptedRunAsync(Published(personId).Where(invitee => invitee.Day!.Date >= from), cancellation);

    private IQueryable<Invitee> Published(Guid personId) =>
        db.Invitees.Where(invitee => invitee.PersonId == personId
            && invitee.Day!.Stage >= DayStage.Published && invitee.Day.AdoptedRunId != null);

    /// <summary>Invitees' days by the adopted run, whether it is published yet or about to be: for mails and for the organiser's lists.</summary>
    public async Task<IReadOnlyList<PersonDay>> ReadByAdoptedRunAsync(IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var invitees = await asked
            .OrderBy(invitee => invitee.Day!.Date).ThenBy(invitee => invitee.DayId).ThenBy(invitee => invitee.Id)
            .Select(invitee => new { Invitee = invitee, Day = invitee.Day!, Person = invitee.Person! })
            .AsNoTracking().ToListAsync(cancellation);
        if (invitees.Count == 0)
            return [];
        var runs = await db.AllocationRuns
            .Where(run => asked.Any(invitee => invitee.Day!.AdoptedRunId == run.Id))
            .Select(run => new { run.Id, run.StartedAt, run.AdoptedAt })
            .AsNoTracking().ToDictionaryAsync(run => run.Id, run => run.AdoptedAt ?? run.StartedAt, cancellation);
        var slots = (await db.Slots
            .Where(slot => asked.Any(invitee => invitee.DayId == slot.DayId))
            .AsNoTracking().ToListAsync(cancellation)).ToLookup(slot => slot.DayId);
        var attended = await AttendedAsync(asked, cancellation);
        var presented = await PresentedAsync(asked, cancellation);
        var letters = await (
            from letter in db.Letters
            join invitee in asked on letter.InviteeId equals invitee.Id
            where letter.RunId == invitee.Day!.AdoptedRunId || letter.RunId == invitee.Day.LiveRunId
            select letter).AsNoTracking().ToDictionaryAsync(letter => letter.InviteeId, cancellation);
        return invitees.ConvertAll(row =>
        {
            var letter = letters.GetValueOrDefault(row.Invitee.Id);
            return new PersonDay
            {
                InviteeId = row.Invitee.Id,
                DayId = row.Day.Id,
                DayName = row.Day.Name,
                Date = row.Day.Date,
                Venue = row.Day.Venue,
                Version = row.Day.Version + row.Invitee.Version,
                ChangedAt = Later(row.Invitee.PlacesChangedAt, Later(row.Day.PublishedAt, runs.GetValueOrDefault(row.Day.AdoptedRunId ?? Guid.Empty))),
                GivenName = row.Person.GivenName,
                PersonName = row.Person.FullName,
                Email = row.Person.Email,
                Regret = letter?.Regret,
                Sentences = letter?.Sentences ?? [],
                HasChosen = row.Invitee.ChosenAt is not null,
                Parts =
                [
                    .. slots[row.Day.Id].OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id).Select(slot =>
                        Part(slot, row.Invitee, attended[(row.Invitee.Id, slot.Id)].FirstOrDefault(), presented[(row.Invitee.Id, slot.Id)].FirstOrDefault())),
                ],
            };
        });
    }

    private async Task<ILookup<(Guid Invitee, Guid Slot), SessionRow>> AttendedAsync(IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var rows = await (
            from place in db.Places
            join invitee in asked on place.InviteeId equals invitee.Id
            where place.RunId == (invitee.Day!.LiveRunId ?? invitee.Day.AdoptedRunId)
            select new SessionRow
            {
                InviteeId = invitee.Id,
                SlotId = place.SlotId,
                SessionId = place.SessionId,
                Code = place.Session!.Workshop!.Code,
                Title = place.Session.Workshop.Title,
                Summary = place.Session.Workshop.Summary,
                PresenterNames = place.Session.Workshop.PresenterNames,
                Room = place.Session.Room!.Name,
                Wish = place.Wish,
                IsFixed = place.IsFixed,
                Origin = place.Origin,
            }).AsNoTracking().ToListAsync(cancellation);
        return rows.ToLookup(row => (row.InviteeId, row.SlotId));
    }

    private async Task<ILookup<(Guid Invitee, Guid Slot), SessionRow>> PresentedAsync(IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        var rows = await (
            from presenter in db.Presenters
            join session in db.Sessions on presenter.WorkshopId equals session.WorkshopId
            join invitee in asked on presenter.PersonId equals invitee.PersonId
            where session.Workshop!.DayId == invitee.DayId
            select new SessionRow
            {
                InviteeId = invitee.Id,
                SlotId = session.SlotId,
                SessionId = session.Id,
                Code = session.Workshop!.Code,
                Title = session.Workshop!.Title,
                Summary = session.Workshop!.Summary,
                PresenterNames = session.Workshop!.PresenterNames,
                Room = session.Room!.Name,
                People = db.Places.Count(place => place.RunId == (invitee.Day!.LiveRunId ?? invitee.Day.AdoptedRunId) && place.SessionId == session.Id),
                HasMinimum = session.Minimum > 0,
            }).AsNoTracking().ToListAsync(cancellation);
        // A session with a minimum that nobody attends is one that the run dropped.
        return rows.Where(row => row.People > 0 || !row.HasMinimum).ToLookup(row => (row.InviteeId, row.SlotId));
    }

    private static PersonDayPart Part(Slot slot, Invitee invitee, SessionRow? place, SessionRow? presented)
    {
        var attended = place?.SessionId is null ? null : place;
        var row = attended ?? presented;
        return new PersonDayPart
        {
            SlotId = slot.Id,
            SlotName = slot.Name,
            Starts = slot.Starts,
            Ends = slot.Ends,
            Kind = attended is not null ? PartKind.Attends
                : presented is not null ? PartKind.Presents
                : invitee.AwaySlots.Contains(slot.Id) ? PartKind.Away : PartKind.Empty,
            SessionId = row?.SessionId,
            Code = row?.Code ?? "",
            Title = row?.Title ?? "",
            Summary = row?.Summary ?? "",
            PresenterNames = row?.PresenterNames ?? "",
            Room = row?.Room ?? "",
            Wish = row?.Wish,
            IsFixed = row?.IsFixed ?? false,
            Origin = place?.Origin ?? PlaceOrigin.Planned,
            People = row?.People ?? 0,
        };
    }

    private static DateTime Later(DateTime? one, DateTime other) => one > other ? one.Value : other;

    private sealed record SessionRow
    {
        public required Guid InviteeId { get; init; }

        public required Guid SlotId { get; init; }

        /// <summary>Null for a slot without a place, which has none of the words either.</summary>
        public required Guid? SessionId { get; init; }

        public required string? Code { get; init; }

        public required string? Title { get; init; }

        public required string? Summary { get; init; }

        public required string? PresenterNames { get; init; }

        public required string? Room { get; init; }

        public int? Wish { get; init; }

        public bool IsFixed { get; init; }

        public PlaceOrigin Origin { get; init; }

        public int People { get; init; }

        public bool HasMinimum { get; init; }
    }
}
