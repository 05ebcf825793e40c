using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>
/// Speakers from outside whose offer is in the programme. They are no people of the directory and have no "My day", so they are told by mail
/// when and where they present.
/// </summary>
public static class SpeakersOnTheDay
{
    /// <summary>Who they are, with the workshop that each presents.</summary>
    public static IQueryable<SpeakerOnTheDay> Of(AppDb db, Guid day) =>
        from presenter in db.OfferPresenters
        join workshop in db.Workshops on (Guid?)presenter.OfferId equals workshop.OfferId
        where workshop.DayId == day && presenter.PersonId == null && presenter.AcceptedAt != null
        orderby presenter.Name, presenter.Id
        select new SpeakerOnTheDay(presenter.Id, presenter.Name, presenter.Email, workshop.Id, workshop.Title);

    /// <summary>What each is told when the day is published: to be sent in the same transaction.</summary>
    public static async Task<IReadOnlyList<(SpeakerOnTheDay Speaker, string Subject, string Text)>> MailsAsync(AppDb db, TrainingDay day, CancellationToken cancellation)
    {
        var speakers = await Of(db, day.Id).ToListAsync(cancellation);
        var workshops = speakers.Select(speaker => speaker.Workshop).ToList();
        // Sessions that too few came to are dropped by the places that are about to be given out.
        var run = day.AdoptedRunId;
        var sessions = (await db.Sessions.Where(session => workshops.Contains(session.WorkshopId))
            .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Id)
            .Select(session => new
            {
                session.WorkshopId,
                session.Minimum,
                session.Slot!.StartMinute,
                session.Slot.EndMinute,
                Room = session.Room == null ? "" : session.Room.Name,
                People = db.Places.Count(place => place.RunId == run && place.SessionId == session.Id),
            })
            .ToListAsync(cancellation)).Where(session => session.Minimum == 0 || session.People > 0).ToLookup(session => session.WorkshopId);
        return [.. speakers.Select(speaker => (speaker, $"Your workshop: {day.Name}, {day.Date.Words()}", Text(day, speaker, [.. sessions[speaker.Workshop].Select(session =>
            $"{TimeOnly.MinValue.AddMinutes(session.StartMinute).Words()} to {TimeOnly.MinValue.AddMinutes(session.EndMinute).Words()}{(session.Room.Length > 0 ? $", {session.Room}" : "")}: {Count.People(session.People)}")])))];
    }

    private static string Text(TrainingDay day, SpeakerOnTheDay speaker, IReadOnlyList<string> sessions) => $"""
        Dear {speaker.Name},

        {(sessions.Count == 0
            ? $"too few people could come to “{speaker.Title}” at {day.Name} on {day.Date.Words()}, so it does not run. The organisers can tell you more."
            : $"this is when you present “{speaker.Title}” at {day.Name} on {day.Date.Words()}{(day.Venue.Length > 0 ? $", {day.Venue}" : "")}:\n\n{string.Join('\n', sessions)}")}

        The link in your invitation opens your offer. There you find how many people come, and afterwards what they thought.

        """;
}

/// <summary>A speaker from outside, and what they present.</summary>
/// <param name="Presenter">The key of the <see cref="OfferPresenter"/>.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where they are told.</param>
/// <param name="Workshop">The workshop that came of the offer.</param>
/// <param name="Title">Its title.</param>
public sealed record SpeakerOnTheDay(Guid Presenter, string Name, string Email, Guid Workshop, string Title);
