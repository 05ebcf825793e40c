using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>What keeps somebody from a place in a session.</summary>
public enum Obstacle
{
    Begun,
    Away,
    Presents,
    PresentsAnother,
    OtherRoleGroup,
    SameWorkshop,
    NotRunning,

    /// <summary>Nobody from their school can come any more, though there may be seats.</summary>
    SchoolCap,

    Full,

    /// <summary>The place that they would give was fixed by the organiser, with a reason.</summary>
    Fixed,
}

/// <summary>Somebody, as far as the rules of places must know them.</summary>
public sealed record Attendee
{
    public required Guid InviteeId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required RoleGroup RoleGroup { get; init; }

    public required string GivenName { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for somebody without a mailbox.</summary>
    public string? Email { get; init; }

    public IReadOnlyCollection<Guid> AwaySlots { get; init; } = [];

    /// <summary>The workshops that they present.</summary>
    public IReadOnlyCollection<Guid> Presents { get; init; } = [];

    /// <summary>The slots in which they present.</summary>
    public IReadOnlyCollection<Guid> PresentsIn { get; init; } = [];

    /// <summary>Their places.</summary>
    public IReadOnlyCollection<HeldPlace> Places { get; init; } = [];

    public HeldPlace? In(Guid slot) => Places.SingleOrDefault(place => place.SlotId == slot);
}

/// <summary>A place that somebody has.</summary>
public sealed record HeldPlace(Guid SlotId, Guid SessionId, Guid WorkshopId, string Title)
{
    /// <summary>Whether the organiser gave it by hand before the day was published.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A session, as far as the rules of places must know it.</summary>
public sealed record SeatedSession
{
    public required Guid Id { get; init; }

    public required Guid WorkshopId { get; init; }

    public required string Title { get; init; }

    public required Guid SlotId { get; init; }

    public required int StartMinute { get; init; }

    public string Room { get; init; } = "";

    public string PresenterNames { get; init; } = "";

    public IReadOnlyCollection<RoleGroup> Audience { get; init; } = [];

    public required int Seats { get; init; }

    public int Minimum { get; init; }

    public required int Taken { get; init; }

    /// <summary>How many of the places are those of people from the attendee's school.</summary>
    public int FromSchool { get; init; }

    public int Free => Seats - Taken;

    public TimeOnly Starts => TimeOnly.MinValue.AddMinutes(StartMinute);
}

/// <summary>The rules of places after publication. They are the planner's, one person at a time.</summary>
public static class PlaceRules
{
    /// <summary>What keeps somebody from moving into a session from wherever they are in its slot; null when nothing does.</summary>
    /// <param name="who">The person.</param>
    /// <param name="session">The session.</param>
    /// <param name="cap">The most people of one school in a session.</param>
    /// <param name="hasBegun">Whether the slot has begun.</param>
    public static Obstacle? Between(Attendee who, SeatedSession session, int? cap, bool hasBegun)
    {
        if (hasBegun)
            return Obstacle.Begun;
        if (who.AwaySlots.Contains(session.SlotId))
            return Obstacle.Away;
        if (who.Presents.Contains(session.WorkshopId))
            return Obstacle.Presents;
        if (who.PresentsIn.Contains(session.SlotId))
            return Obstacle.PresentsAnother;
        if (session.Audience.Count > 0 && !session.Audience.Contains(who.RoleGroup))
            return Obstacle.OtherRoleGroup;
        if (who.Places.Any(place => place.WorkshopId == session.WorkshopId))
            return Obstacle.SameWorkshop;
        // The run dropped it, for want of people.
        if (session is { Minimum: > 0, Taken: 0 })
            return Obstacle.NotRunning;
        if (session.Taken >= session.Seats)
            return Obstacle.Full;
        return session.FromSchool >= cap ? Obstacle.SchoolCap : null;
    }

    /// <summary>Whether waiting may help.</summary>
    public static bool CanWaitFor(Obstacle? obstacle) => obstacle is Obstacle.Full or Obstacle.SchoolCap;

    /// <summary>To somebody who asks for a place of their own.</summary>
    public static string Words(this Obstacle obstacle) => obstacle switch
    {
        Obstacle.Begun => "It has begun.",
        Obstacle.Away => "You are away at that time.",
        Obstacle.Presents => "You present it.",
        Obstacle.PresentsAnother => "You present another workshop at that time.",
        Obstacle.OtherRoleGroup => "It is for other role groups.",
        Obstacle.SameWorkshop => "You attend it already.",
        Obstacle.NotRunning => "It does not run: too few people wanted it.",
        Obstacle.SchoolCap => "As many people from your school as can be have a place in it.",
        Obstacle.Fixed => "The organiser gave you the place that you have at that time, so it is not for swapping.",
        _ => "All seats are taken.",
    };
}
