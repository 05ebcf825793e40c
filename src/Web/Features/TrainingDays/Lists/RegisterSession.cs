using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Lists;

/// <summary>A session as the head of its register.</summary>
public sealed class RegisterSession
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Slot { get; init; }

    public int StartMinute { get; init; }

    public int EndMinute { get; init; }

    public string? Room { get; init; }

    public required string Presenters { get; init; }

    public string Heading => $"{Code} {Title}";

    public string Lead => string.Join(" · ", new[]
    {
        $"{Slot}, {TimeOnly.MinValue.AddMinutes(StartMinute):HH:mm} to {TimeOnly.MinValue.AddMinutes(EndMinute):HH:mm}", Room, Presenters,
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A day's sessions, in the order of the day.</summary>
    public static IQueryable<RegisterSession> Of(AppDb db, Guid day) => db.Sessions.Where(session => session.Workshop!.DayId == day)
        .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code).ThenBy(session => session.Id)
        .Select(session => new RegisterSession
        {
            Id = session.Id,
            Code = session.Workshop!.Code,
            Title = session.Workshop.Title,
            Slot = session.Slot!.Name,
            StartMinute = session.Slot.StartMinute,
            EndMinute = session.Slot.EndMinute,
            Room = session.Room == null ? null : session.Room.Name,
            Presenters = session.Workshop.PresenterNames,
        });
}
