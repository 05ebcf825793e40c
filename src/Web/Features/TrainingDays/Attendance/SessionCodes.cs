using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Makes the codes of a day's sessions when they are first needed.</summary>
public sealed class SessionCodes(AppDb db)
{
    private const int Tries = 5;

    /// <summary>The code of each session of a day.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfDayAsync(Guid day, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = await db.Sessions.Where(session => session.Workshop!.DayId == day)
                .Select(session => new { session.Id, Code = db.SessionCodes.Where(code => code.SessionId == session.Id).Select(code => code.Code).FirstOrDefault() })
                .ToListAsync(cancellation);
            var made = rows.Where(row => row.Code is null).Select(row => new SessionCode { SessionId = row.Id, Code = SessionCode.New() }).ToList();
            if (made.Count == 0)
                return rows.ToDictionary(row => row.Id, row => row.Code!);
            db.AddRange(made);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody else made them at the same moment, or a code is another session's: look again.
            }
            foreach (var row in made)
                db.Entry(row).State = EntityState.Detached;
        }
    }

    public async Task<string> OfAsync(Session session, CancellationToken cancellation) => (await OfDayAsync(session.Workshop!.DayId, cancellation))[session.Id];
}
