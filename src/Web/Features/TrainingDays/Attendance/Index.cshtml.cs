using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>How many are in, by slot and by session; a school's lead sees their own people.</summary>
[Needs<FollowDay>]
public sealed class IndexModel(AppDb db, TimeProvider clock) : FollowPage
{
    private IReadOnlyDictionary<Guid, DayCount> _counts = new Dictionary<Guid, DayCount>();

    public IReadOnlyList<(Slot Slot, DayCount Count)> Slots { get; private set; } = [];

    public PageOf<Row> Sessions { get; private set; } = null!;

    public bool CanEnterLate => HttpContext.Viewer().CanSomewhere(Right.OrganiseDays) && AttendanceTimes.CanEnterLate(Day, IsOrganiser, clock);

    public string Lead => $"{Day.Name}, {Day.Date.Words()}.{(IsOrganiser ? "" : " You see the people of your own school.")}";

    /// <summary>What stands there before anything can have been recorded.</summary>
    public string? Before => UkTime.Today(clock) < Day.Date
        ? $"The day is on {Day.Date.Words()}. Who is here is counted from {CheckInTimes.Before.Minutes} minutes before the first slot on."
        : null;

    /// <summary>Whether a slot runs at this moment.</summary>
    public bool IsNow(Slot slot) => AttendanceTimes.BegunUntil(Day, clock) is var minute && slot.StartMinute <= minute && minute < slot.EndMinute;

    public DayCount In(Guid session) => _counts.GetValueOrDefault(session);

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        if (Day.LiveRunId is null)
            return;
        _counts = await DayCount.BySessionAsync(db, Day, Followed(db), cancellation);
        var slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id).AsNoTracking().ToListAsync(cancellation);
        var slotOf = await db.Sessions.Where(session => session.Workshop!.DayId == Day.Id).Select(session => new { session.Id, session.SlotId }).ToDictionaryAsync(row => row.Id, row => row.SlotId, cancellation);
        Slots = slots.ConvertAll(slot => (slot, _counts.Where(count => slotOf[count.Key] == slot.Id).Aggregate(default(DayCount), (sum, count) => sum + count.Value)));
        var sessions = db.Sessions.Where(session => session.Workshop!.DayId == Day.Id);
        if (!IsOrganiser)
        {
            var theirs = _counts.Keys.ToList();
            sessions = sessions.Where(session => theirs.Contains(session.Id));
        }
        if (NameSearch.Pattern(query.Find) is { } pattern)
            sessions = sessions.Where(session => EF.Functions.Like(session.Workshop!.Code.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(session.Workshop.Title.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(session.Room!.Name.ToLower(), pattern, NameSearch.Escape));
        // On the day, what runs now or next comes first; before and after it, the order is that of the day.
        var minute = UkTime.Today(clock) == Day.Date ? AttendanceTimes.BegunUntil(Day, clock) : 0;
        Sessions = await sessions.OrderBy(session => session.Slot!.EndMinute <= minute).ThenBy(session => session.Slot!.StartMinute).ThenBy(session => session.Workshop!.Code).ThenBy(session => session.Id)
            .Select(session => new Row(session.Id, session.Workshop!.Code, session.Workshop.Title, session.Slot!.Name, session.Room == null ? "" : session.Room.Name))
            .PageAsync(query.Number, query.Size, cancellation);
    }

    public sealed record Row(Guid Id, string Code, string Title, string Slot, string Room);
}
