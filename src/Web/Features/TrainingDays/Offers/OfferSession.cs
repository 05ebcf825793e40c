using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>When and where the workshop that came of an offer runs, for those who present it.</summary>
/// <param name="Id">The session.</param>
/// <param name="Slot">What the slot is called.</param>
/// <param name="StartMinute">From, in minutes of the day.</param>
/// <param name="EndMinute">To, in minutes of the day.</param>
/// <param name="Room">Empty when it has none yet.</param>
/// <param name="People">How many have a place.</param>
public sealed record OfferSession(Guid Id, string Slot, int StartMinute, int EndMinute, string Room, int People)
{
    public TimeOnly Starts => TimeOnly.MinValue.AddMinutes(StartMinute);

    public TimeOnly Ends => TimeOnly.MinValue.AddMinutes(EndMinute);

    /// <summary>In the order of the day. None before the day is published: until then nobody should plan by what still moves.</summary>
    public static async Task<IReadOnlyList<OfferSession>> OfAsync(AppDb db, Offer offer, TrainingDay day, CancellationToken cancellation) => !day.IsPublished ? [] :
        await Running(db, day.Id).Where(session => session.Workshop!.OfferId == offer.Id)
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Id)
            .Select(session => new OfferSession(
                session.Id, session.Slot!.Name, session.Slot.StartMinute, session.Slot.EndMinute, session.Room == null ? "" : session.Room.Name, session.Taken))
            .ToListAsync(cancellation);

    /// <summary>A day's sessions, but for those with a minimum that nobody attends: these were dropped.</summary>
    public static IQueryable<Session> Running(AppDb db, Guid day) =>
        db.Sessions.Where(session => session.Workshop!.DayId == day && (session.Minimum == 0 || session.Taken > 0));
}
