using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Keeps the programme as people were told of it, finds what has changed since, and writes to those whom it touches and nobody else.</summary>
public sealed class ProgrammeTeller(AppDb db, CurrentViewer current, Outbox outbox, PublicAddress address, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The programme as it is.</summary>
    public async Task<List<ToldSession>> NowAsync(Guid day, CancellationToken cancellation) => await db.Sessions.Where(session => session.Workshop!.DayId == day)
        .OrderBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code)
        .Select(session => new ToldSession(
            session.Id, session.WorkshopId, session.Workshop!.Code + " " + session.Workshop.Title, session.SlotId, session.Slot!.Name,
            session.Room == null ? "" : session.Room.Name, session.Workshop.PresenterNames))
        .ToListAsync(cancellation);

    /// <summary>The programme as people know it; null when nobody was told of one.</summary>
    public async Task<(ProgrammeVersion Version, List<ToldSession> Sessions)?> LastAsync(Guid day, CancellationToken cancellation) =>
        await db.ProgrammeVersions.AsNoTracking().Where(version => version.DayId == day).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation) is { } last
            ? (last, PackedJson.Unpack<List<ToldSession>>(last.Content))
            : null;

    /// <summary>Adds the programme as it is to what is about to be saved, as the next version. Nobody is written to.</summary>
    public async Task KeepAsync(TrainingDay day, string note, CancellationToken cancellation) => db.ProgrammeVersions.Add(new ProgrammeVersion
    {
        DayId = day.Id,
        Number = 1 + (await db.ProgrammeVersions.Where(version => version.DayId == day.Id).MaxAsync(version => (int?)version.Number, cancellation) ?? 0),
        Note = note,
        PublishedById = current.Viewer.PersonId,
        PublishedAt = clock.GetUtcNow().UtcDateTime,
        Content = PackedJson.Pack(await NowAsync(day.Id, cancellation)),
    });

    /// <summary>Whom changes touch: before publication those who wish for the workshop when its times change, afterwards those with a place in it; and who presents it.</summary>
    public async Task<List<TouchedPerson>> TouchedAsync(TrainingDay day, IReadOnlyList<SessionChange> changes, CancellationToken cancellation)
    {
        var sessions = changes.Select(change => change.Session).ToList();
        var workshops = changes.Select(change => change.Workshop).ToHashSet();
        var timed = changes.Where(change => change.IsOfTime).Select(change => change.Workshop).ToHashSet();
        var presenting = await db.Presenters.Where(presenter => workshops.Contains(presenter.WorkshopId))
            .Select(presenter => new { presenter.PersonId, presenter.WorkshopId, presenter.Person!.GivenName, presenter.Person.FamilyName, presenter.Person.Email })
            .ToListAsync(cancellation);
        var rows = presenting.Select(row => (row.PersonId, Invitee: (Guid?)null, row.GivenName, row.FamilyName, row.Email, Of: changes.Where(change => change.Workshop == row.WorkshopId))).ToList();
        if (day.IsPublished)
        {
            var run = day.PlacesRunId;
            var places = await db.Places.Where(place => place.RunId == run && place.SessionId != null && sessions.Contains(place.SessionId.Value))
                .Select(place => new { place.InviteeId, place.Invitee!.PersonId, place.Invitee.Person!.GivenName, place.Invitee.Person.FamilyName, place.Invitee.Person.Email, place.SessionId })
                .ToListAsync(cancellation);
            rows.AddRange(places.Select(row => (row.PersonId, (Guid?)row.InviteeId, row.GivenName, row.FamilyName, row.Email, changes.Where(change => change.Session == row.SessionId))));
        }
        else
        {
            var choices = await db.Choices.Where(choice => timed.Contains(choice.WorkshopId))
                .Join(db.Invitees, choice => choice.InviteeId, invitee => invitee.Id, (choice, invitee) => new { choice.WorkshopId, invitee.Id, invitee.PersonId, invitee.Person!.GivenName, invitee.Person.FamilyName, invitee.Person.Email })
                .ToListAsync(cancellation);
            rows.AddRange(choices.Select(row => (row.PersonId, (Guid?)row.Id, row.GivenName, row.FamilyName, row.Email, changes.Where(change => change.IsOfTime && change.Workshop == row.WorkshopId))));
        }
        // A speaker from outside is nobody of the directory: the key is that of their part in the offer.
        var speakers = await SpeakersOnTheDay.Of(db, day.Id).ToListAsync(cancellation);
        rows.AddRange(speakers.Where(speaker => workshops.Contains(speaker.Workshop))
            .Select(speaker => (speaker.Presenter, (Guid?)null, speaker.Name, "", (string?)speaker.Email, changes.Where(change => change.Workshop == speaker.Workshop))));
        var fromOutside = speakers.Select(speaker => speaker.Presenter).ToHashSet();
        return [.. rows.GroupBy(row => row.PersonId).Select(person => new TouchedPerson(
                person.Key, person.Select(row => row.Invitee).FirstOrDefault(invitee => invitee is not null), person.First().GivenName, person.First().FamilyName, person.First().Email,
                [.. person.SelectMany(row => row.Of).Distinct()], fromOutside.Contains(person.Key)))
            .OrderBy(person => person.FamilyName, StringComparer.CurrentCulture).ThenBy(person => person.GivenName, StringComparer.CurrentCulture)];
    }

    /// <summary>Keeps the programme as the next version and writes to those whom its changes touch, in one transaction.</summary>
    public async Task<int> TellAsync(TrainingDay day, string note, IReadOnlyList<SessionChange> changes, CancellationToken cancellation)
    {
        var touched = await TouchedAsync(day, changes, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var person in touched.Where(person => person.Email is not null))
            outbox.Put(person.Email!, person.FullName, $"Changed: {day.Name}, {day.Date.Words()}", Text(day, note, person));
        await KeepAsync(day, note, cancellation);
        audit.Record($"told {Count.People(touched.Count)} of {Count.Of(changes.Count, "change", "changes")} of the programme", DayPage.SubjectOf(day), day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        // Calendars that follow a day take a change only when it says that it is newer.
        var invitees = touched.Where(person => person.Invitee is not null).Select(person => person.Invitee!.Value).ToList();
        if (day.IsPublished)
            await db.Invitees.Where(invitee => invitees.Contains(invitee.Id)).ExecuteUpdateAsync(change => change.SetProperty(invitee => invitee.PlacesChangedAt, now), cancellation);
        await deed.CommitAsync(cancellation);
        return touched.Count;
    }

    private string Text(TrainingDay day, string note, TouchedPerson person) => $"""
        Dear {person.GivenName},

        the programme of {day.Name} on {day.Date.Words()} has changed:

        {string.Join('\n', person.Changes.Select(change => $"- {change.Words}"))}
        {(note.Length == 0 ? "" : $"\n{note}\n")}
        {(person.IsFromOutside ? "The link in your invitation opens your offer, with when and where you present once the day is published." : day.IsPublished ? $"Your day:\n{address.Of(DayPage.Address("my-day", day.Id))}" : $"Your list of wishes is as it was. You can change it here as long as choosing is open:\n{address.Of(DayPage.Address("choose", day.Id))}")}

        """;
}

/// <summary>Somebody whom changes touch.</summary>
public sealed record TouchedPerson(Guid Person, Guid? Invitee, string GivenName, string FamilyName, string? Email, IReadOnlyList<SessionChange> Changes, bool IsFromOutside)
{
    public string FullName => $"{GivenName} {FamilyName}".TrimEnd();
}
