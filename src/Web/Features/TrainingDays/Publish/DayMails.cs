using System.Text;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Publish;

/// <summary>Writes to people what their day is and what came of their wishes.</summary>
public sealed class DayMails(AppDb db, MyDayReader reader, PublicAddress address)
{
    /// <summary>The mails to the people of a day who have an address.</summary>
    /// <param name="day">A day with an adopted run.</param>
    /// <param name="most">How many at most, for an example.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<IReadOnlyList<DayMail>> WriteAsync(TrainingDay day, int most, CancellationToken cancellation)
    {
        var people = db.Invitees.Where(invitee => invitee.DayId == day.Id && invitee.Person!.Email != null)
            .OrderBy(invitee => invitee.Person!.FamilyName).ThenBy(invitee => invitee.Id);
        return WriteAsync(day, most == int.MaxValue ? people : people.Take(most), cancellation);
    }

    /// <summary>The mails to some people of a day; each has an address.</summary>
    public async Task<IReadOnlyList<DayMail>> WriteAsync(TrainingDay day, IQueryable<Invitee> people, CancellationToken cancellation)
    {
        var days = await reader.ReadByAdoptedRunAsync(people, cancellation);
        return [.. days.Select(theirs => new DayMail(
            theirs.Email!,
            theirs.PersonName,
            $"Your workshops: {day.Name}, {day.Date.Words()}",
            Text(day, theirs)))];
    }

    private string Text(TrainingDay day, PersonDay theirs)
    {
        var text = new StringBuilder();
        text.Append(UkTime.English, $"Dear {theirs.GivenName},\n\nthese are your workshops at {day.Name} on {day.Date.Words()}");
        text.Append(day.Venue.Length > 0 ? $", {day.Venue}" : "").Append(":\n\n");
        text.AppendJoin('\n', theirs.Parts.Select(Line)).Append("\n\n");
        if (!theirs.HasChosen)
            text.Append("You had not chosen, so you have places that were left when those who chose had theirs.\n\n");
        else if (theirs.Regret == 0)
            text.Append("This is the best day that your list could give you: even with every seat free it would be no better.\n\n");
        else if (theirs.Sentences.Count > 0)
            text.Append("What came of your wishes:\n").AppendJoin('\n', theirs.Sentences.Select(sentence => $"- {sentence}")).Append("\n\n");
        text.Append(UkTime.English, $"Your day, to print or to put into your calendar:\n{address.Of($"/training-days/my-day/{day.Id}")}\n");
        return text.ToString();
    }

    private static string Line(PersonDayPart part) => $"{part.Starts.Words()} to {part.Ends.Words()}: " + part.Kind switch
    {
        PartKind.Attends => part.Title + In(part),
        PartKind.Presents => $"you present {part.Title}{In(part)}",
        PartKind.Away => "you are away",
        _ => "no place yet, ask the organiser",
    };

    private static string In(PersonDayPart part) => part.Room.Length > 0 ? $", {part.Room}" : "";
}

public sealed record DayMail(string To, string Name, string Subject, string Text);
