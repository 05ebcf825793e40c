using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.Directory;
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
        var people = await asked
            .Select(invitee => new
            {
                invitee.Id,
                HasChosen = invitee.ChosenAt != null,
                NeededPlaces = db.Places.Any(place => place.RunId == day.AdoptedRunId && place.InviteeId == invitee.Id),
                Regret = db.Letters.Where(letter => letter.RunId == day.AdoptedRunId && letter.InviteeId == invitee.Id).Select(letter => letter.Regret).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var changes = await ChangesAsync(day, asked, cancellation);
        var excused = (await db.Apologies.Where(apology => asked.Any(invitee => invitee.Id == apology.InviteeId))
            .Select(apology => apology.InviteeId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var seats = attended.ToLookup(row => row.InviteeId);
        return people.ToDictionary(person => person.Id, person => new DayEnd(
            person.NeededPlaces, person.HasChosen, !excused.Contains(person.Id) && StayedAway([.. seats[person.Id]]),
            DayEnd.StepsOf(person.Regret, changes.GetValueOrDefault(person.Id))));
    }

    /// <summary>How many steps changes since publication have added to the adopted run's regret, or taken away; of those whose places changed.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ChangesAsync(TrainingDay day, IQueryable<Invitee> asked, CancellationToken cancellation)
    {
        if (day.LiveRunId is null)
            return new Dictionary<Guid, int>();
        var changed = await (
            from planned in db.Places.Where(place => place.RunId == day.AdoptedRunId)
            join now in db.Places.Where(place => place.RunId == day.LiveRunId)
                on new { planned.InviteeId, planned.SlotId } equals new { now.InviteeId, now.SlotId }
            join invitee in asked on planned.InviteeId equals invitee.Id
            where planned.SessionId != now.SessionId
            select new ChangedPlace(
                invitee.Id, invitee.PersonId, invitee.RoleGroup, now.Origin,
                planned.Session == null ? null : planned.Session.WorkshopId, now.Session == null ? null : now.Session.WorkshopId))
            .ToListAsync(cancellation);
        var lists = await ListsAsync(day, [.. changed.DistinctBy(place => place.InviteeId)], cancellation);
        return changed.GroupBy(place => place.InviteeId).ToDictionary(places => places.Key, places => places.Sum(place =>
        {
            var list = lists[place.InviteeId];
            var added = Cost(list, place.Now) - Cost(list, place.Planned);
            return place.Origin == PlaceOrigin.Organiser ? added : Math.Min(0, added);
        }));
    }

    /// <summary>The valid lists, as the planner has them.</summary>
    private async Task<Dictionary<Guid, List<Guid>>> ListsAsync(TrainingDay day, IReadOnlyList<ChangedPlace> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return [];
        var workshops = await db.Workshops.Where(workshop => workshop.DayId == day.Id && workshop.Sessions.Any())
            .Select(workshop => new { workshop.Id, workshop.Audience }).ToDictionaryAsync(workshop => workshop.Id, workshop => workshop.Audience, cancellation);
        var presents = (await db.Presenters.Where(presenter => db.Workshops.Any(workshop => workshop.Id == presenter.WorkshopId && workshop.DayId == day.Id))
            .Select(presenter => new { presenter.PersonId, presenter.WorkshopId }).ToListAsync(cancellation)).ToHashSet();
        var invitees = people.Select(person => person.InviteeId).ToList();
        var wishes = (await db.Choices.Where(choice => choice.Workshop!.DayId == day.Id && invitees.Contains(choice.InviteeId))
            .OrderBy(choice => choice.Rank).Select(choice => new { choice.InviteeId, choice.WorkshopId }).ToListAsync(cancellation))
            .ToLookup(choice => choice.InviteeId, choice => choice.WorkshopId);
        return people.ToDictionary(person => person.InviteeId, person => wishes[person.InviteeId]
            .Where(workshop => workshops.TryGetValue(workshop, out var audience)
                && Workshop.IsFor(audience, person.RoleGroup) && !presents.Contains(new { person.PersonId, WorkshopId = workshop }))
            .ToList());
    }

    private static int Cost(List<Guid> list, Guid? place) =>
        place is { } workshop ? Objective.CostOfPlace(list.IndexOf(workshop), list.Count) : Objective.CostOfEmptySlot(list.Count);

    private static bool StayedAway(Attended[] seats) =>
        Array.Exists(seats, seat => seat.State == AttendanceState.Absent)
        && Array.TrueForAll(seats, seat => !seat.WasThere && seat.State != AttendanceState.Apologies);

    private sealed record ChangedPlace(Guid InviteeId, Guid PersonId, RoleGroup RoleGroup, PlaceOrigin Origin, Guid? Planned, Guid? Now);
}
