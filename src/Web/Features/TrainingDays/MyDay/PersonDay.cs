namespace Guildhall.Web.Features.TrainingDays.MyDay;

/// <summary>One person's day as the adopted run gave it and changes since have left it: for the page, the print, the calendar and the mail.</summary>
public sealed record PersonDay
{
    public required Guid InviteeId { get; init; }

    public required Guid DayId { get; init; }

    public required string DayName { get; init; }

    public required DateOnly Date { get; init; }

    public required string Venue { get; init; }

    /// <summary>Goes up whenever the day's settings, its adopted run among them, or a place of the person's are changed.</summary>
    public required int Version { get; init; }

    /// <summary>When the places were last given out, published or changed, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    public required string GivenName { get; init; }

    public required string PersonName { get; init; }

    /// <summary>Null for somebody without a mailbox.</summary>
    public required string? Email { get; init; }

    /// <summary>In the order of time, one for each slot.</summary>
    public required IReadOnlyList<PersonDayPart> Parts { get; init; }

    /// <summary>0 = all they could wish for; null for somebody of whom the run says nothing.</summary>
    public required int? Regret { get; init; }

    /// <summary>What became of each wish, in the order of the wishes.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public required bool HasChosen { get; init; }

    /// <summary>Whether a place was changed after publication. The sentences are then those of the day as it was.</summary>
    public bool HasChanged => Parts.Any(part => part.Origin != PlaceOrigin.Planned);
}

public enum PartKind
{
    Attends,
    Presents,
    Away,

    /// <summary>No place was found.</summary>
    Empty,
}

/// <summary>What somebody does in one slot of a day. Without a place there is no session, no title, no room.</summary>
public sealed record PersonDayPart
{
    public required Guid SlotId { get; init; }

    public required string SlotName { get; init; }

    public required TimeOnly Starts { get; init; }

    public required TimeOnly Ends { get; init; }

    public required PartKind Kind { get; init; }

    public Guid? SessionId { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    public string PresenterNames { get; init; } = "";

    public string Room { get; init; } = "";

    /// <summary>Which wish it is, 1 = first; null = none of theirs.</summary>
    public int? Wish { get; init; }

    /// <summary>Whether the organiser gave the place by hand.</summary>
    public bool IsFixed { get; init; }

    /// <summary>How the place, or its absence, came about.</summary>
    public PlaceOrigin Origin { get; init; }

    /// <summary>How many have a place in the session; counted for those who present it.</summary>
    public int People { get; init; }
}
