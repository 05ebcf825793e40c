using System.Globalization;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>What somebody took part in, and for how long.</summary>
public sealed record Certificate
{
    public required Guid InviteeId { get; init; }

    public required string PersonName { get; init; }

    public required Guid SchoolId { get; init; }

    public required string School { get; init; }

    public required string Day { get; init; }

    public required DateOnly Date { get; init; }

    public required string Venue { get; init; }

    /// <summary>Who held the day.</summary>
    public required string Organisation { get; init; }

    /// <summary>In the order of the day; none for somebody who was not there.</summary>
    public required IReadOnlyList<CertificateLine> Lines { get; init; }

    public int Minutes => Lines.Sum(line => line.EndMinute - line.StartMinute);

    public string Hours => Words(Minutes);

    /// <summary>Whether certificates of a day are out: once its date has passed, so that no hour of it is still to come.</summary>
    public static bool AreOut(TrainingDay day, DateOnly today) => day.IsPublished && (day.Stage == DayStage.Closed || today > day.Date);

    /// <summary>"3 hours 15 minutes"</summary>
    public static string Words(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Count.Of(rest, "minute", "minutes"),
        (var hours, 0) => Count.Of(hours, "hour", "hours"),
        var (hours, rest) => $"{Count.Of(hours, "hour", "hours")} {Count.Of(rest, "minute", "minutes")}",
    };

    /// <summary>"3.25", for a column of hours.</summary>
    public static string Number(int minutes) => (minutes / 60.0).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A session that somebody was in or presented.</summary>
public sealed record CertificateLine(int StartMinute, int EndMinute, string Title, bool Presented)
{
    public string Time => $"{TimeOnly.MinValue.AddMinutes(StartMinute).Words()} to {TimeOnly.MinValue.AddMinutes(EndMinute).Words()}";
}
