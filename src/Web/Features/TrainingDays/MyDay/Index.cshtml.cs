using Guildhall.Web.Features.TrainingDays.Attending;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.MyDay;

/// <summary>One's own day. Before it is published, the page says when it will be.</summary>
[Needs<TakePartInDay>]
public sealed class IndexModel(
    AppDb db, MyDayReader reader, LivePlaces places, WaitingLists lists, SwapReader swaps, OwnAfterDayReader after, PublicAddress address, CurrentViewer current,
    TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, Attendance> _recorded = new Dictionary<Guid, Attendance>();

    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    public PersonDay? MyDay { get; private set; }

    public bool IsToday => UkTime.Today(clock) == Day.Date;

    public bool IsOver => UkTime.Today(clock) > Day.Date;

    /// <summary>What is still to come or can still be checked in to, in the order of time; before the day and after it, all of it.</summary>
    public IEnumerable<PersonDayPart> Ahead => MyDay!.Parts.Where(part => !IsBehind(part));

    /// <summary>On the day itself, what has ended: who opens the page wants the session that runs.</summary>
    public IEnumerable<PersonDayPart> Behind => MyDay!.Parts.Where(IsBehind);

    public OwnAfterDay After { get; private set; } = null!;

    public bool IsOpenForChoices => Day.IsOpenForChoices(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether one's place in a slot can still be changed.</summary>
    public bool CanChange(PersonDayPart part) =>
        Day.HasLivePlaces && part.Kind is (PartKind.Attends or PartKind.Empty) && !places.HasBegun(Day, (int)part.Starts.ToTimeSpan().TotalMinutes);

    /// <summary>What is on record of one in a slot; null for nothing.</summary>
    public Attendance? Recorded(PersonDayPart part) => _recorded.GetValueOrDefault(part.SlotId);

    /// <summary>Whether one can check in now.</summary>
    public bool CanCheckIn(PersonDayPart part) =>
        Day.HasLivePlaces && part.Kind is not PartKind.Presents && Recorded(part) is null
        && CheckInTimes.Of(Day.Date, part.Starts, part.Ends).Include(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether one was invited once places were out, and has not been given any yet.</summary>
    public bool IsLate => Day.HasLivePlaces && MyDay is { Regret: null };

    /// <summary>Offers to swap that wait for one's answer.</summary>
    public IReadOnlyList<SwapWaiting> Swaps { get; private set; } = [];

    /// <summary>The lists on which one waits for a seat.</summary>
    public IReadOnlyList<WaitingPosition> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MyDay = await reader.ReadAsync(Day.Id, current.Viewer.PersonId, cancellation);
        if (MyDay is not null && Day.HasLivePlaces)
        {
            Waiting = await lists.PositionsAsync(MyDay.InviteeId, cancellation);
            Swaps = await swaps.WaitingForAsync(HttpContext.Viewer(), Day.Id, cancellation);
        }
        if (MyDay is not null)
        {
            _recorded = await db.Attendance.AsNoTracking().Include(row => row.Session).Where(row => row.DayId == Day.Id && row.PersonId == current.Viewer.PersonId)
                .ToDictionaryAsync(row => row.Session!.SlotId, cancellation);
        }
        After = await after.ReadAsync(Day, current.Viewer.PersonId, cancellation);
    }

    /// <summary>The day as a file for a calendar.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        if (await reader.ReadAsync(Day.Id, current.Viewer.PersonId, cancellation) is not { } day)
            return NotFound();
        return File(MyDayCalendar.Of(day.DayName, [day], address).ToBytes(), CalendarFile.MediaType, $"training-day-{day.Date:yyyy-MM-dd}.ics");
    }

    private bool IsBehind(PersonDayPart part) =>
        IsToday && TimeOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.ToUk()) >= part.Ends && !CanCheckIn(part);

    /// <summary>Which wish it was, or why it is there at all.</summary>
    public static string WishWords(PersonDay day, PersonDayPart part) =>
        part.Origin is PlaceOrigin.Own ? "You took this place yourself"
        : part.Origin is PlaceOrigin.Waiting ? "You got this place from the waiting list"
        : part.Origin is PlaceOrigin.Swapped ? "You swapped places with somebody for this one"
        : part.Origin is PlaceOrigin.Organiser ? "The organiser moved you here"
        : part is { IsFixed: true } ? "The organiser gave you this place"
        : part.Wish is { } wish ? $"Your {wish.Ordinal()} wish"
        : day.HasChosen ? "Not one of your wishes: read below what stood in the way" : "A free seat, as you had not chosen";
}
