using Guildhall.Web.Features.TrainingDays.Lists;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Reads what is printed; the number of queries is the same for one person and for a thousand.</summary>
public sealed class PaperReader(AppDb db, SessionCodes codes, MyDayReader days)
{
    /// <summary>Registers of sessions in the order of the day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="people">Those who may stand in them.</param>
    /// <param name="session">One session alone, though nobody may have a place in it; null = all in which somebody has.</param>
    /// <param name="hasCodes">Whether the codes to check in are on them.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<PaperRegister>> RegistersAsync(TrainingDay day, IQueryable<Invitee> people, Guid? session, bool hasCodes, CancellationToken cancellation)
    {
        var sessions = await RegisterSession.Of(db, day.Id).Where(row => session == null || row.Id == session).ToListAsync(cancellation);
        var rows = (await db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId != null && (session == null || place.SessionId == session))
            .Join(people, place => place.InviteeId, invitee => invitee.Id, (place, invitee) => new { place, invitee })
            .OrderBy(row => row.invitee.Person!.FamilyName).ThenBy(row => row.invitee.Person!.GivenName).ThenBy(row => row.invitee.Id)
            .Select(row => new { SessionId = row.place.SessionId!.Value, row.invitee.Person!.FamilyName, row.invitee.Person.GivenName, School = row.invitee.Organisation!.Name })
            .ToListAsync(cancellation)).ToLookup(row => row.SessionId, row => new PaperPerson($"{row.FamilyName}, {row.GivenName}", row.School));
        var letters = hasCodes ? await codes.OfDayAsync(day.Id, cancellation) : null;
        return [.. sessions.Where(row => session is not null || rows.Contains(row.Id)).Select(row => new PaperRegister(row, [.. rows[row.Id]], letters?[row.Id]))];
    }

    /// <summary>Badges, school by school.</summary>
    public async Task<IReadOnlyList<Badge>> BadgesAsync(IQueryable<Invitee> people, CancellationToken cancellation)
    {
        var rows = await people.OrderBy(row => row.Organisation!.Name).ThenBy(row => row.Person!.FamilyName).ThenBy(row => row.Person!.GivenName).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Person!.GivenName, row.Person.FamilyName, School = row.Organisation!.Name, row.RoleGroup })
            .ToListAsync(cancellation);
        var parts = (await days.ReadByAdoptedRunAsync(people, cancellation)).ToDictionary(day => day.InviteeId, day => day.Parts);
        return rows.ConvertAll(row => new Badge
        {
            GivenName = row.GivenName,
            FamilyName = row.FamilyName,
            School = row.School,
            RoleGroup = row.RoleGroup,
            Sessions = [.. parts[row.Id].Where(part => part.SessionId is not null).Select(Words)],
        });
    }

    public async Task<IReadOnlyList<(RegisterSession Session, string Code)>> CodesAsync(TrainingDay day, CancellationToken cancellation)
    {
        var letters = await codes.OfDayAsync(day.Id, cancellation);
        return [.. (await RegisterSession.Of(db, day.Id).ToListAsync(cancellation)).Select(row => (row, letters[row.Id]))];
    }

    private static string Words(PersonDayPart part) =>
        $"{part.Starts.Words()} {(part.Room.Length > 0 ? $"{part.Room}: " : "")}{(part.Kind is PartKind.Presents ? "you present " : "")}{part.Title}";
}
