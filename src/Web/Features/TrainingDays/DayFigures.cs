using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What there is of a day, counted.</summary>
public sealed record DayFigures
{
    public int Slots { get; init; }

    public int Rooms { get; init; }

    public int Workshops { get; init; }

    /// <summary>The codes of workshops that run in no slot.</summary>
    public IReadOnlyList<string> WorkshopsWithoutSession { get; init; } = [];

    public int Sessions { get; init; }

    public int Seats { get; init; }

    public int Invited { get; init; }

    public int Chosen { get; init; }

    /// <summary>The slots in which not everybody who is invited can sit.</summary>
    public IReadOnlyList<(string Slot, SeatShortage Shortage)> Shortages { get; init; } = [];

    public OfferFigures Offers { get; init; } = new();

    public static async Task<DayFigures> CountAsync(AppDb db, TrainingDay thing, CancellationToken cancellation)
    {
        var day = thing.Id;
        var slots = await db.Slots.Where(slot => slot.DayId == day).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        var workshops = await db.Workshops.Where(workshop => workshop.DayId == day).OrderBy(workshop => workshop.Code)
            .Select(workshop => new { workshop.Id, workshop.Code, workshop.Audience }).AsNoTracking().ToListAsync(cancellation);
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day)
            .Select(session => new { session.WorkshopId, session.SlotId, session.Seats }).ToListAsync(cancellation);
        var presenters = await db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day))
            .Select(presenter => new { presenter.WorkshopId, presenter.PersonId }).ToListAsync(cancellation);
        var invitees = await db.Invitees.Where(invitee => invitee.DayId == day)
            .Select(invitee => new { invitee.PersonId, invitee.RoleGroup, invitee.AwaySlots, HasChosen = invitee.ChosenAt != null })
            .AsNoTracking().ToListAsync(cancellation);
        var audiences = workshops.ToDictionary(workshop => workshop.Id, workshop => workshop.Audience);
        var presented = presenters.ToLookup(presenter => presenter.WorkshopId, presenter => presenter.PersonId);
        var shortages = new List<(string, SeatShortage)>();
        foreach (var slot in slots)
        {
            var running = sessions.Where(session => session.SlotId == slot.Id).ToList();
            var busy = running.SelectMany(session => presented[session.WorkshopId]).ToHashSet();
            var people = invitees.Where(invitee => !busy.Contains(invitee.PersonId) && !invitee.AwaySlots.Contains(slot.Id)).CountBy(invitee => invitee.RoleGroup);
            var shortage = SeatCount.Worst(
                people.ToDictionary(), [.. running.Select(session => (session.Seats, (IReadOnlyList<RoleGroup>)audiences[session.WorkshopId]))]);
            if (shortage is not null)
                shortages.Add((slot.Name, shortage));
        }
        var withSession = sessions.Select(session => session.WorkshopId).ToHashSet();
        return new DayFigures
        {
            Slots = slots.Count,
            Rooms = await db.Rooms.CountAsync(room => room.DayId == day, cancellation),
            Workshops = workshops.Count,
            WorkshopsWithoutSession = [.. workshops.Where(workshop => !withSession.Contains(workshop.Id)).Select(workshop => workshop.Code)],
            Sessions = sessions.Count,
            Seats = sessions.Sum(session => session.Seats),
            Invited = invitees.Count,
            Chosen = invitees.Count(invitee => invitee.HasChosen),
            Shortages = shortages,
            Offers = thing.HasCall || thing.Stage == DayStage.Draft ? await OfferFigures.CountAsync(db, day, cancellation) : new(),
        };
    }
}
