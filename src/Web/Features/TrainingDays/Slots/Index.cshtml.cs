using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Slots;

[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db) : DayPage
{
    public IReadOnlyList<(Slot Slot, int Sessions)> Slots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id)
            .Select(slot => new { Slot = slot, Sessions = db.Sessions.Count(session => session.SlotId == slot.Id) })
            .AsNoTracking().ToListAsync(cancellation);
        Slots = [.. rows.Select(row => (row.Slot, row.Sessions))];
    }
}
