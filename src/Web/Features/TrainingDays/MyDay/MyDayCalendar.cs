using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.MyDay;

/// <summary>People's days as calendars: what they attend and what they present.</summary>
public static class MyDayCalendar
{
    /// <summary>A calendar of days.</summary>
    /// <param name="name">What the calendar program calls it.</param>
    /// <param name="days">The days.</param>
    /// <param name="address">Where the application is.</param>
    public static CalendarFile Of(string name, IEnumerable<PersonDay> days, PublicAddress address) =>
        new(name, days.SelectMany(day => day.Parts.Where(part => part.SessionId is not null).Select(part => Event(day, part, address))));

    private static CalendarEvent Event(PersonDay day, PersonDayPart part, PublicAddress address)
    {
        string[] place = [part.Room, day.Venue];
        string[] about = [$"{day.DayName}, {part.SlotName}", part.PresenterNames.Length > 0 ? $"With {part.PresenterNames}" : "", part.Summary];
        return new CalendarEvent
        {
            Uid = $"{day.InviteeId:N}-{part.SlotId:N}@guildhall",
            Date = day.Date,
            Starts = part.Starts,
            Ends = part.Ends,
            Summary = part.Kind is PartKind.Presents ? $"You present: {part.Title}" : part.Title,
            Location = string.Join(", ", place.Where(words => words.Length > 0)),
            Description = string.Join('\n', about.Where(words => words.Length > 0)),
            Url = address.Of($"/training-days/my-day/{day.DayId}"),
            ChangedAt = day.ChangedAt,
            Sequence = day.Version,
        };
    }
}
