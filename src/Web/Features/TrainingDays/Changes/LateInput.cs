using Guildhall.Web.Features.TrainingDays.Allocations;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>A live place, as far as those who come late must know it.</summary>
public sealed record SittingPlace(Guid Id, Guid InviteeId, Guid OrganisationId, Guid SessionId);

/// <summary>A published day as the planner sees it when late starters are given what is left: everybody else sits where they sit.</summary>
public static class LateInput
{
    /// <summary>
    /// The day's input with the late starters as its people, and beside them somebody for each place of the others, fixed there and nowhere
    /// else. So nothing that was changed since (a role group, an absence, a lower school cap) can stand against a place that people have.
    /// </summary>
    /// <param name="day">The whole day.</param>
    /// <param name="late">The late starters.</param>
    /// <param name="sitting">The live places, those that late starters have taken themselves included.</param>
    /// <param name="begun">The slots that have begun.</param>
    public static AllocationInput Of(AllocationInput day, IReadOnlyCollection<Guid> late, IReadOnlyList<SittingPlace> sitting, IReadOnlyCollection<Guid> begun)
    {
        var sessions = day.Sessions.ToDictionary(session => session.Id);
        var own = sitting.Where(place => late.Contains(place.InviteeId)).ToLookup(place => place.InviteeId);
        var fromSchool = new Dictionary<(Guid, Guid), int>();
        var people = new List<InputPerson>();
        foreach (var person in day.People.Where(person => late.Contains(person.Invitee)))
        {
            var held = own[person.Invitee].Select(place => sessions[place.SessionId].Slot).ToHashSet();
            people.Add(person with { Away = [.. person.Away.Concat(begun).Distinct().Where(slot => !held.Contains(slot))] });
            foreach (var place in own[person.Invitee])
                Sit(place);
        }
        foreach (var place in sitting.Where(place => !late.Contains(place.InviteeId)))
        {
            var session = sessions[place.SessionId];
            people.Add(new InputPerson(
                place.Id, Sit(place) > day.SchoolCap ? place.Id : place.OrganisationId, session.Audience.Count > 0 ? session.Audience[0] : default,
                [.. day.Slots.Select(slot => slot.Id).Where(slot => slot != session.Slot)], [], [], Carry: 0, HasChosen: false));
        }
        var taken = sitting.CountBy(place => place.SessionId).ToDictionary();
        return new AllocationInput(
            day.SchoolCap,
            day.Slots,
            [.. day.Sessions.Select(session => Open(session, taken.GetValueOrDefault(session.Id)))],
            people,
            [.. sitting.Select(place => new InputFixedPlace(late.Contains(place.InviteeId) ? place.InviteeId : place.Id, place.SessionId, ""))]);

        int Sit(SittingPlace place) => fromSchool[(place.SessionId, place.OrganisationId)] = fromSchool.GetValueOrDefault((place.SessionId, place.OrganisationId)) + 1;
    }

    /// <summary>Who runs, runs; what was dropped for want of people stays dropped.</summary>
    private static InputSession Open(InputSession session, int taken) => session with
    {
        Seats = session.Minimum > 0 && taken == 0 ? 0 : Math.Max(session.Seats, taken),
        Minimum = 0,
    };
}
