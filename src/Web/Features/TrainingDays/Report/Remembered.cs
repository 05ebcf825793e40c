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
        foreach (var same in rows.Where(row => row.After != row.Before).GroupBy(row => (row.Before, row.After)))
        {
            var people = same.Select(row => row.PersonId).ToList();
            await db.Invitees
                .Where(invitee => people.Contains(invitee.PersonId) && invitee.Carry == same.Key.Before && invitee.DayId != day.Id
                    && invitee.Day!.OrganisationId == day.OrganisationId && invitee.Day.Date >= day.Date && invitee.Day.Stage < DayStage.Allocating)
                .ExecuteUpdateAsync(change => change.SetProperty(invitee => invitee.Carry, same.Key.After), cancellation);
        }
    }
}
