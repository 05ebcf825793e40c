using System.Text;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Publish;

/// <summary>Writes to people what their day is and what came of their wishes.</summary>
public sealed class DayMails(AppDb db, PublicAddress address)
{
    /// <summary>The mails to the people of a day who have an address, in order of their names.</summary>
    /// <param name="day">A day with an adopted run.</param>
    /// <param name="most">How many at most, for an example.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<DayMail>> WriteAsync(TrainingDay day, int most, CancellationToken cancellation)
    {
        var people = await db.Invitees.Where(invitee => invitee.DayId == day.Id && invitee.Person!.Email != null)
            .OrderBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Id).Take(most)
            .Select(invitee => new { invitee.Id, invitee.Person!.Email, invitee.Person.GivenName, invitee.Person.FamilyName, invitee.ChosenAt })
            .AsNoTracking().ToListAsync(cancellation);
        var only = people.Count == 1 ? people[0].Id : (Guid?)null;
        var places = (await db.Places
            .Where(place => place.RunId == day.AdoptedRunId && (only == null || place.InviteeId == only))
            .OrderBy(place => place.Slot!.StartMinute)
            .Select(place => new
            {
                place.InviteeId,
                place.Slot!.StartMinute,
                place.Slot.EndMinute,
                Title = place.Session == null ? "no place yet, ask the organiser" : place.Session.Workshop!.Title,
                Room = place.Session == null || place.Session.Room == null ? "" : ", " + place.Session.Room.Name,
            }).ToListAsync(cancellation)).ToLookup(place => place.InviteeId);
        var letters = await db.Letters.Where(letter => letter.RunId == day.AdoptedRunId && (only == null || letter.InviteeId == only))
            .AsNoTracking().ToDictionaryAsync(letter => letter.InviteeId, cancellation);
        return [.. people.Select(person =>
        {
            var lines = places[person.Id].Select(place =>
                $"{Time(place.StartMinute)} to {Time(place.EndMinute)}: {place.Title}{place.Room}");
            return new DayMail(
                person.Email!,
                $"{person.GivenName} {person.FamilyName}",
                $"Your workshops: {day.Name}, {day.Date.Words()}",
                Text(day, person.GivenName, lines, letters.GetValueOrDefault(person.Id), person.ChosenAt is not null));
        })];
    }

    private string Text(TrainingDay day, string name, IEnumerable<string> lines, Letter? letter, bool hasChosen)
    {
        var text = new StringBuilder();
        text.Append(UkTime.English, $"Dear {name},\n\nthese are your workshops at {day.Name} on {day.Date.Words()}");
        text.Append(day.Venue.Length > 0 ? $", {day.Venue}" : "").Append(":\n\n");
        text.AppendJoin('\n', lines).Append("\n\n");
        if (!hasChosen)
            text.Append("You had not chosen, so you have places that were left when those who chose had theirs.\n\n");
        else if (letter is { Regret: 0 })
            text.Append("You got all that you could wish for.\n\n");
        else if (letter is not null)
            text.Append("What came of your wishes:\n").AppendJoin('\n', letter.Sentences.Select(sentence => $"- {sentence}")).Append("\n\n");
        text.Append(UkTime.English, $"Your day, to print or to put into your calendar:\n{address.Of($"/training-days/my-day/{day.Id}")}\n");
        return text.ToString();
    }

    private static string Time(int minute) => TimeOnly.MinValue.AddMinutes(minute).Words();
}

public sealed record DayMail(string To, string Name, string Subject, string Text);
