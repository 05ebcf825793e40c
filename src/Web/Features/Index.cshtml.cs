using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features;

/// <summary>"My PD": what waits for me, and my days. For leads, what they look after.</summary>
[Needs<SignedIn>]
public sealed class IndexModel(AppDb db, CurrentViewer current, TimeProvider clock) : PageModel
{
    /// <summary>The most past days that are shown.</summary>
    private const int MostPast = 20;

    public DateTime Now { get; private set; }

    public IReadOnlyList<MyDayLine> Coming { get; private set; } = [];

    public IReadOnlyList<MyDayLine> Past { get; private set; } = [];

    public IReadOnlyList<LedDayLine> Led { get; private set; } = [];

    public MyOffers Offers { get; private set; } = MyOffers.None;

    public IEnumerable<MyDayLine> ToChoose => Coming.Where(day => day.IsOpen(Now));

    public IEnumerable<MyDayLine> Out => Coming.Where(day => day.IsPublished);

    public IEnumerable<MyDayLine> Later => Coming.Where(day => !day.IsOpen(Now) && !day.IsPublished);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(Platform.UkTime.ToUk(Now));
        var days = await db.Invitees.AsNoTracking()
            .Where(invitee => invitee.PersonId == current.Viewer.PersonId && invitee.Day!.Stage >= DayStage.Choosing)
            .OrderByDescending(invitee => invitee.Day!.Date).ThenBy(invitee => invitee.DayId)
            .Select(invitee => new MyDayLine(
                invitee.DayId, invitee.Day!.Name, invitee.Day.Date, invitee.Day.Venue, invitee.Day.Stage, invitee.Day.ChooseUntil,
                invitee.Day.WishesAllowed, invitee.Choices.Count))
            .Take(2 * MostPast)
            .ToListAsync(cancellation);
        Coming = [.. days.Where(day => day.Date >= today).Reverse()];
        Past = [.. days.Where(day => day.Date < today).Take(MostPast)];
        Offers = await MyOffers.ReadAsync(db, current.Viewer.PersonId, Now, cancellation);
        var led = current.Viewer.Where(Right.OrganiseDays);
        if (led.Count > 0)
        {
            Led = await db.TrainingDays.AsNoTracking()
                .Where(day => led.Contains(day.OrganisationId) && day.Date >= today)
                .OrderBy(day => day.Date).ThenBy(day => day.Id)
                .Select(day => new LedDayLine(
                    day.Id, day.Name, day.Date, day.Stage,
                    db.Invitees.Count(invitee => invitee.DayId == day.Id),
                    db.Invitees.Count(invitee => invitee.DayId == day.Id && invitee.ChosenAt != null)))
                .Take(MostPast)
                .ToListAsync(cancellation);
        }
    }
}

/// <summary>A day that I am invited to.</summary>
public sealed record MyDayLine(
    Guid Id, string Name, DateOnly Date, string Venue, DayStage Stage, DateTime? ChooseUntil, int WishesAllowed, int Ranked)
{
    public bool IsPublished => Stage >= DayStage.Published;

    public bool IsOpen(DateTime now) => Stage is DayStage.Choosing && now < ChooseUntil;
}

/// <summary>A day that I look after.</summary>
public sealed record LedDayLine(Guid Id, string Name, DateOnly Date, DayStage Stage, int Invited, int Chosen);
