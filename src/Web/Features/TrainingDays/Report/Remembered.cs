using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>Remembers disappointment when a day is closed, and brings it to the next day of the same organisation.</summary>
public sealed class Remembered(AppDb db, DayEnds ends, SessionsAttended attended)
{
    /// <summary>What people bring to a day: what the last day before it, of those that are closed, has left them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> OfAsync(AppDb db, TrainingDay day, IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        (await db.Disappointments
            .Where(row => row.Day!.OrganisationId == day.OrganisationId && row.DayId != day.Id && row.Day.Date <= day.Date && people.Contains(row.PersonId))
            .OrderByDescending(row => row.Day!.Date).ThenByDescending(row => row.Id)
            .Select(row => new { row.PersonId, row.After }).ToListAsync(cancellation))
        .DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId, row => row.After);

    /// <summary>
    /// Works out what a day leaves behind, to be saved by the caller. Who is invited already to a later day of the same organisation brings
    /// it there, if no places are being given yet and nobody has set what they bring by hand.
    /// </summary>
    public async Task KeepAsync(TrainingDay day, CancellationToken cancellation)
    {
        var all = db.Invitees.Where(invitee => invitee.DayId == day.Id);
        var before = await all.Select(invitee => new { invitee.Id, invitee.PersonId, invitee.Carry }).ToListAsync(cancellation);
        var ended = await ends.ReadAsync(day, all, await attended.ReadAsync(all, cancellation), cancellation);
        var rows = before.ConvertAll(invitee =>
        {
            var (after, change) = CarryRule.Next(ended[invitee.Id], invitee.Carry);
            return new Disappointment
            {
                DayId = day.Id,
                PersonId = invitee.PersonId,
                Change = change,
                Steps = ended[invitee.Id].Steps,
                Before = invitee.Carry,
                After = after,
            };
        });
        db.Disappointments.AddRange(rows);
        await PassOnAsync(day, rows.Select(row => (row.PersonId, row.Before, row.After)), cancellation);
    }

    /// <summary>
    /// Works it out again for everybody of some sessions, since the register of a closed day has been put right. A later day that brings
    /// what was worked out first brings the new number, under the same conditions.
    /// </summary>
    public async Task CorrectAsync(TrainingDay day, IReadOnlyCollection<Guid> sessions, CancellationToken cancellation)
    {
        // All of a session: the first who is entered in a register makes it one that was kept, which says something of the others.
        var people = await db.Invitees
            .Where(invitee => invitee.DayId == day.Id
                && (db.Places.Any(place => place.RunId == day.LiveRunId && place.InviteeId == invitee.Id && sessions.Contains(place.SessionId!.Value))
                    || db.Attendance.Any(row => row.PersonId == invitee.PersonId && sessions.Contains(row.SessionId))))
            .Select(invitee => new { invitee.Id, invitee.PersonId }).ToDictionaryAsync(invitee => invitee.PersonId, invitee => invitee.Id, cancellation);
        var rows = await db.Disappointments.Where(row => row.DayId == day.Id && people.Keys.Contains(row.PersonId)).ToListAsync(cancellation);
        // None while the day is being closed: what follows from the register then sees it as it is now.
        if (rows.Count == 0)
            return;
        var asked = db.Invitees.Where(invitee => people.Values.Contains(invitee.Id));
        var ended = await ends.ReadAsync(day, asked, await attended.ReadAsync(asked, cancellation), cancellation);
        var changed = new List<(Guid, int, int)>();
        foreach (var row in rows)
        {
            var end = ended[people[row.PersonId]];
            var (after, change) = CarryRule.Next(end, row.Before);
            changed.Add((row.PersonId, row.After, after));
            (row.Change, row.Steps, row.After) = (change, end.Steps, after);
        }
        await db.SaveChangesAsync(cancellation);
        await PassOnAsync(day, changed, cancellation);
    }

    private async Task PassOnAsync(TrainingDay day, IEnumerable<(Guid Person, int Old, int New)> changed, CancellationToken cancellation)
    {
        foreach (var same in changed.Where(row => row.New != row.Old).GroupBy(row => (row.Old, row.New)))
        {
            var people = same.Select(row => row.Person).ToList();
            await db.Invitees
                .Where(invitee => people.Contains(invitee.PersonId) && invitee.Carry == same.Key.Old && invitee.DayId != day.Id
                    && invitee.Day!.OrganisationId == day.OrganisationId && invitee.Day.Date >= day.Date && invitee.Day.Stage < DayStage.Allocating
                    // What a day in between has left them counts, not this one.
                    && !db.Disappointments.Any(row => row.PersonId == invitee.PersonId && row.DayId != day.Id
                        && row.Day!.OrganisationId == day.OrganisationId && row.Day.Date > day.Date && row.Day.Date <= invitee.Day.Date))
                .ExecuteUpdateAsync(change => change.SetProperty(invitee => invitee.Carry, same.Key.New), cancellation);
        }
    }
}
