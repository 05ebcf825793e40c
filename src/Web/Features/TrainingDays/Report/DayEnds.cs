using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>
/// Works out how people's days ended. It begins from the adopted run's regret and follows what has changed since: in each slot counts the
/// better of what the run gave and what the person has now, since what somebody gave up or swapped was their own choice; but where an organiser
/// moved them, what they have now.
/// </summary>
public sealed class DayEnds(AppDb db)
{
    /// <summary>Some people of one day.</summary>
    /// <param name="day">A day with an adopted run.</param>
    /// <param name="asked">The people.</param>
    /// <param name="attended">Where they were.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>By invitee.</returns>
    public async Task<IReadOnlyDictionary<Guid, DayEnd>> ReadAsync(
        TrainingDay day, IQueryable<Invitee> asked, IReadOnlyList<Attended> attended, CancellationToken cancellation)
    {
        var people = await asked.Select(invitee => new { invitee.Id, invitee.PersonId, invitee.RoleGroup, HasChosen = invitee.ChosenAt != null }).ToListAsync(cancellation);
        var workshops = await db.Workshops.Where(workshop => workshop.DayId == day.Id && workshop.Sessions.Any())
            .Select(workshop => new { workshop.Id, workshop.Audience }).ToDictionaryAsync(workshop => workshop.Id, workshop => workshop.Audience, cancellation);
        var presents = (await db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day.Id))
            .Select(presenter => new { presenter.PersonId, presenter.WorkshopId }).ToListAsync(cancellation)).ToHashSet();
        var wishes = (await db.Choices.Where(choice => choice.Workshop!.DayId == day.Id && asked.Any(invitee => invitee.Id == choice.InviteeId))
            .OrderBy(choice => choice.Rank).Select(choice => new { choice.InviteeId, choice.WorkshopId }).ToListAsync(cancellation))
            .ToLookup(choice => choice.InviteeId, choice => choice.WorkshopId);
        var places = (await db.Places.Where(place => (place.RunId == day.AdoptedRunId || place.RunId == day.LiveRunId) && asked.Any(invitee => invitee.Id == place.InviteeId))
            .Select(place => new PlaceRow(place.RunId, place.InviteeId, place.SlotId, place.Session == null ? null : place.Session.WorkshopId, place.Origin))
            .ToListAsync(cancellation)).ToLookup(place => place.InviteeId);
        var regrets = await db.Letters.Where(letter => letter.RunId == day.AdoptedRunId && asked.Any(invitee => invitee.Id == letter.InviteeId))
            .ToDictionaryAsync(letter => letter.InviteeId, letter => letter.Regret, cancellation);
        var excused = (await db.Apologies.Where(apology => asked.Any(invitee => invitee.Id == apology.InviteeId))
            .Select(apology => apology.InviteeId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var seats = attended.ToLookup(row => row.InviteeId);
        return people.ToDictionary(person => person.Id, person =>
        {
            // The valid list, as the planner has it.
            List<Guid> list = [.. wishes[person.Id].Where(workshop => workshops.TryGetValue(workshop, out var audience)
                && Workshop.IsFor(audience, person.RoleGroup) && !presents.Contains(new { person.PersonId, WorkshopId = workshop }))];
            var steps = regrets.GetValueOrDefault(person.Id) + Change(day, list, [.. places[person.Id]]);
            return new DayEnd(
                places[person.Id].Any(place => place.RunId == day.AdoptedRunId), person.HasChosen,
                !excused.Contains(person.Id) && StayedAway([.. seats[person.Id]]), Math.Max(0, steps));
        });
    }

    /// <summary>How many steps changes since publication have added to the adopted run's regret, or taken away.</summary>
    private static int Change(TrainingDay day, List<Guid> list, PlaceRow[] places)
    {
        var change = 0;
        foreach (var planned in places.Where(place => place.RunId == day.AdoptedRunId))
        {
            if (day.LiveRunId is null || Array.Find(places, place => place.RunId == day.LiveRunId && place.SlotId == planned.SlotId) is not { } now)
                continue;
            var added = Cost(list, now) - Cost(list, planned);
            change += now.Origin == PlaceOrigin.Organiser ? added : Math.Min(0, added);
        }
        return change;
    }

    private static int Cost(List<Guid> list, PlaceRow place) =>
        place.Workshop is { } workshop ? Objective.CostOfPlace(list.IndexOf(workshop), list.Count) : Objective.CostOfEmptySlot(list.Count);

    private static bool StayedAway(Attended[] seats) =>
        Array.Exists(seats, seat => seat.State == AttendanceState.Absent)
        && Array.TrueForAll(seats, seat => !seat.WasThere && seat.State != AttendanceState.Apologies);

    private sealed record PlaceRow(Guid RunId, Guid InviteeId, Guid SlotId, Guid? Workshop, PlaceOrigin Origin);
}
