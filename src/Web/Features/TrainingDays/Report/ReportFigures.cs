using Guildhall.Web.Features.TrainingDays.Feedback;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What the report of a day counts: of all its people, or of those of some schools.</summary>
public sealed record ReportFigures
{
    /// <summary>Whether it is about everybody; otherwise about the people of the reader's own schools.</summary>
    public required bool IsWhole { get; init; }

    public required WishFigures Wishes { get; init; }

    public required IReadOnlyList<WishFigures> WishesByRoleGroup { get; init; }

    public required IReadOnlyList<WishFigures> WishesBySchool { get; init; }

    public required AttendanceFigures Attendance { get; init; }

    public required IReadOnlyList<AttendanceFigures> AttendanceByRoleGroup { get; init; }

    public required IReadOnlyList<AttendanceFigures> AttendanceBySchool { get; init; }

    /// <summary>How many offers were handed in; these and what follows are for organisers.</summary>
    public int Offered { get; init; }

    public int Accepted { get; init; }

    public int Withdrawn { get; init; }

    /// <summary>Offers that were not taken up.</summary>
    public IReadOnlyList<DeclinedOffer> Declined { get; init; } = [];

    /// <summary>Null as long as answers come in, and for whoever is no organiser.</summary>
    public DayFeedback? Feedback { get; init; }

    /// <summary>When feedback will be shown; null when it is, or as long as nobody knows.</summary>
    public DateTime? FeedbackFrom { get; init; }

    /// <summary>The workshops that most people missed though they were among their first wishes.</summary>
    public IReadOnlyList<MissedWorkshop> Missed { get; init; } = [];

    /// <summary>How many sessions ran less than half full.</summary>
    public int HalfEmpty { get; init; }

    public int Sessions { get; init; }

    /// <summary>What the organisers would do differently.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Who of a group got what they wished.</summary>
/// <param name="Group">The role group's or school's name.</param>
/// <param name="School">The school.</param>
/// <param name="People">How many are invited.</param>
/// <param name="Chosen">How many of them chose, and needed a place.</param>
/// <param name="AllWishes">How many of these had their best day.</param>
/// <param name="FirstWish">How many of these have the first on their list.</param>
public sealed record WishFigures(string Group, Guid? School, int People, int Chosen, int AllWishes, int FirstWish);

/// <summary>Who of a group came, in places: somebody with three of them counts three times.</summary>
/// <param name="Group">The role group's or school's name.</param>
/// <param name="School">The school.</param>
/// <param name="Present">Came.</param>
/// <param name="Absent">Did not, and had not said so.</param>
/// <param name="Apologies">Had said that they could not.</param>
/// <param name="NotRecorded">Nobody wrote down whether they came.</param>
public sealed record AttendanceFigures(string Group, Guid? School, int Present, int Absent, int Apologies, int NotRecorded)
{
    public int Recorded => Present + Absent + Apologies;

    public int Places => Recorded + NotRecorded;
}

public sealed record DeclinedOffer(Guid Id, string Title, string Reason);

public sealed record MissedWorkshop(Guid Id, string Title, int People);
