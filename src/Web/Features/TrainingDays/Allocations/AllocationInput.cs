using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>
/// A day as the planner sees it, without names: what is stored with a run, so that the same input, seed and version can be run again.
/// </summary>
public sealed record AllocationInput(
    int? SchoolCap,
    IReadOnlyList<InputSlot> Slots,
    IReadOnlyList<InputSession> Sessions,
    IReadOnlyList<InputPerson> People,
    IReadOnlyList<InputFixedPlace> FixedPlaces)
{
    /// <summary>Makes the planner's problem; what is wrong is said with the row's place in the lists above, from 1.</summary>
    public bool TryBuild(out AllocationProblem? problem, out IReadOnlyList<ProblemMessage> errors)
    {
        var builder = new AllocationProblemBuilder { SchoolCap = SchoolCap };
        var slots = Slots.ToDictionary(slot => slot.Id, slot => slot.Label);
        foreach (var session in Sessions)
        {
            builder.Add(new Guildhall.Planning.Allocation.Session(Key(session.Workshop), slots[session.Slot], session.Seats)
            {
                Minimum = session.Minimum,
                Groups = [.. session.Audience.Select(group => group.ToString())],
            });
        }
        foreach (var person in People)
        {
            builder.Add(new Guildhall.Planning.Allocation.Person(Key(person.Invitee))
            {
                School = Key(person.Organisation),
                Group = person.RoleGroup.ToString(),
                Away = [.. person.Away.Where(slots.ContainsKey).Select(slot => slots[slot])],
                Presents = [.. person.Presents.Select(Key)],
                Wishes = [.. person.Wishes.Select(Key)],
                Carry = person.Carry,
            });
        }
        var sessions = Sessions.ToDictionary(session => session.Id);
        foreach (var place in FixedPlaces)
        {
            var session = sessions[place.Session];
            builder.Add(new Guildhall.Planning.Allocation.FixedPlace(Key(place.Invitee), Key(session.Workshop), slots[session.Slot], place.Reason));
        }
        return builder.TryBuild(out problem, out errors);
    }

    /// <summary>The planner's name of a row.</summary>
    public static string Key(Guid id) => id.ToString("N");

    public static Guid Id(string key) => Guid.ParseExact(key, "N");
}

public sealed record InputSlot(Guid Id, int StartMinute)
{
    /// <summary>The planner's name of the slot. It orders slots by their names, so the time stands first.</summary>
    public string Label => $"{StartMinute:0000} {Id:N}";
}

public sealed record InputSession(Guid Id, Guid Workshop, Guid Slot, int Seats, int Minimum, IReadOnlyList<RoleGroup> Audience);

public sealed record InputPerson(
    Guid Invitee, Guid Organisation, RoleGroup RoleGroup, IReadOnlyList<Guid> Away, IReadOnlyList<Guid> Presents, IReadOnlyList<Guid> Wishes,
    int Carry, bool HasChosen);

public sealed record InputFixedPlace(Guid Invitee, Guid Session, string Reason);
