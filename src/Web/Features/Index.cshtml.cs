using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features;

/// <summary>"My PD": what waits for me, and my days. For leads, what they look after.</summary>
[Needs<SignedIn>]
public sealed class IndexModel(AppDb db, SwapReader swaps, CurrentViewer current, TimeProvider clock) : PageModel
{
    /// <summary>For how long a head finds the report of a day here.</summary>
    private const int DaysOfReports = 365;

    /// <summary>The most past days that are shown.</summary>
    private const int MostPast = 20;

    public DateTime Now { get; private set; }

    public IReadOnlyList<MyDayLine> Coming { get; private set; } = [];

    public IReadOnlyList<MyDayLine> Past { get; private set; } = [];

    public IReadOnlyList<LedDayLine> Led { get; private set; } = [];

    /// <summary>Days whose workshops wait for my stars.</summary>
    public IReadOnlyList<StarDayLine> ToStar { get; private set; } = [];

    /// <summary>Offers to swap that wait for my answer.</summary>
    public IReadOnlyList<SwapWaiting> Swaps { get; private set; } = [];

    public MyOffers Offers { get; private set; } = MyOffers.None;

    /// <summary>Days of others to which people of the viewer's schools are invited.</summary>
    public IReadOnlyList<LedDayLine> Followed { get; private set; } = [];

    /// <summary>Offers that they were given to review.</summary>
    public int Reviewing { get; private set; }

    /// <summary>Those of them that they have not handed in a review of.</summary>
    public int ToReview { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>Whether they have presented anything, so that there is a history of it.</summary>
    public bool HasPresented { get; private set; }

    /// <summary>Days after which they are asked, and have not said anything yet.</summary>
    public IEnumerable<MyDayLine> ToSayHowItWas => Past.Concat(Coming).Where(day => day.AsksFeedback);

    public IEnumerable<MyDayLine> ToChoose => Coming.Where(day => day.IsOpen(Now));

    public IEnumerable<MyDayLine> Out => Coming.Where(day => day.IsPublished);

    public IEnumerable<MyDayLine> Later => Coming.Where(day => !day.IsOpen(Now) && !day.IsPublished);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var today = Today = DateOnly.FromDateTime(Platform.UkTime.ToUk(Now));
        var person = current.Viewer.PersonId;
        var days = await db.Invitees.AsNoTracking()
            .Where(invitee => invitee.PersonId == current.Viewer.PersonId && invitee.Day!.Stage >= DayStage.Choosing)
            .OrderByDescending(invitee => invitee.Day!.Date).ThenBy(invitee => invitee.DayId)
            .Select(invitee => new MyDayLine(
                invitee.DayId, invitee.Day!.Name, invitee.Day.Date, invitee.Day.Venue, invitee.Day.Stage, invitee.Day.ChooseUntil,
                invitee.Day.WishesAllowed, invitee.Choices.Count,
                (invitee.Day.Stage == DayStage.Closed || (invitee.Day.Stage == DayStage.OnTheDay && invitee.Day.Date < today))
                && !db.FeedbackForms.Any(form => form.DayId == invitee.DayId && form.Until <= Now)
                && !db.FeedbackGiven.Any(given => given.PersonId == person && given.Session!.Workshop!.DayId == invitee.DayId)
                && (db.Attendance.Any(row => row.DayId == invitee.DayId && row.PersonId == person && row.State == AttendanceState.Present)
                    || db.Places.Any(place => place.RunId == invitee.Day.LiveRunId && place.InviteeId == invitee.Id && place.SessionId != null
                        && !db.Attendance.Any(row => row.SessionId == place.SessionId && row.State != AttendanceState.Apologies)))))
            .Take(2 * MostPast)
            .ToListAsync(cancellation);
        Coming = [.. days.Where(day => day.Date >= today).Reverse()];
        Past = [.. days.Where(day => day.Date < today).Take(MostPast)];
        ToStar = await db.Invitees.AsNoTracking()
            .Where(invitee => invitee.PersonId == current.Viewer.PersonId && invitee.Day!.InterestUntil > Now
                && (invitee.Day.Stage == DayStage.Draft || invitee.Day.Stage == DayStage.Programme))
            .OrderBy(invitee => invitee.Day!.Date)
            .Select(invitee => new StarDayLine(
                invitee.DayId, invitee.Day!.Name, invitee.Day.Date, invitee.Day.InterestUntil!.Value, db.Stars.Count(star => star.InviteeId == invitee.Id)))
            .ToListAsync(cancellation);
        if (Coming.Any(day => day.IsPublished))
            Swaps = await swaps.WaitingForAsync(current.Viewer, onlyDay: null, cancellation);
        var reviews = TrainingDays.Reviews.MineModel.Of(db, person);
        var own = await db.People.AsNoTracking().Where(row => row.Id == person)
            .Select(row => new
            {
                HasPresented = db.Workshops.Any(workshop => workshop.Day!.Stage >= DayStage.Published && workshop.Presenters.Any(presenter => presenter.PersonId == row.Id)),
                Reviewing = reviews.Count(),
                ToReview = reviews.Count(review => review.State == TrainingDays.Reviews.ReviewState.Open),
            })
            .SingleAsync(cancellation);
        (HasPresented, Reviewing, ToReview) = (own.HasPresented, own.Reviewing, own.ToReview);
        Offers = await MyOffers.ReadAsync(db, current.Viewer.PersonId, Now, cancellation);
        var led = current.Viewer.Where(Right.OrganiseDays);
        var followed = current.Viewer.Where(Right.SeePeople);
        if (led.Count + followed.Count > 0)
        {
            var reportedFrom = today.AddDays(-DaysOfReports);
            var lines = await db.TrainingDays.AsNoTracking()
                .Where(day => ((day.Date >= today || day.Stage == DayStage.OnTheDay) && led.Contains(day.OrganisationId))
                    || (!led.Contains(day.OrganisationId) && (day.Date >= today ? day.Stage >= DayStage.Choosing : day.Stage >= DayStage.Published && day.Date >= reportedFrom)
                        && db.Invitees.Any(invitee => invitee.DayId == day.Id && followed.Contains(invitee.OrganisationId))))
                .OrderByDescending(day => day.Date >= today).ThenBy(day => day.Date).ThenBy(day => day.Id)
                .Select(day => new LedDayLine(
                    day.Id, day.Name, day.Date, day.Stage, day.AdoptedRunId != null, led.Contains(day.OrganisationId),
                    db.Invitees.Count(invitee => invitee.DayId == day.Id && (led.Contains(day.OrganisationId) || followed.Contains(invitee.OrganisationId))),
                    db.Invitees.Count(invitee => invitee.DayId == day.Id && (led.Contains(day.OrganisationId) || followed.Contains(invitee.OrganisationId)) && invitee.ChosenAt != null)))
                .Take(2 * MostPast)
                .ToListAsync(cancellation);
            Led = [.. lines.Where(line => line.IsMine)];
            Followed = [.. lines.Where(line => !line.IsMine)];
        }
    }
}

/// <summary>A day that I am invited to.</summary>
public sealed record MyDayLine(
    Guid Id, string Name, DateOnly Date, string Venue, DayStage Stage, DateTime? ChooseUntil, int WishesAllowed, int Ranked, bool AsksFeedback)
{
    public bool IsPublished => Stage >= DayStage.Published;

    public bool IsOpen(DateTime now) => Stage is DayStage.Choosing && now < ChooseUntil;
}

/// <summary>A day whose workshops are known and whose times are not.</summary>
public sealed record StarDayLine(Guid Id, string Name, DateOnly Date, DateTime Until, int Given);

/// <summary>A day that I look after, or to which people of my schools go. The counts are of the people whom I may see.</summary>
public sealed record LedDayLine(Guid Id, string Name, DateOnly Date, DayStage Stage, bool HasPlaces, bool IsMine, int Invited, int Chosen)
{
    public string NextForOrganiser(DateOnly today) => Stage switch
    {
        DayStage.Draft or DayStage.Programme => "Being prepared; nobody else sees it yet.",
        DayStage.Call => "Workshops are being offered.",
        DayStage.Review => "The offers are being read and decided on.",
        DayStage.Choosing => $"{Chosen} of {Invited} have chosen.",
        DayStage.Allocating => $"Choosing is closed: {Chosen} of {Invited} chose. Next, {(HasPlaces ? "publish the day" : "places are given")}.",
        DayStage.OnTheDay when Date < today => "It is over, and waits to be closed.",
        DayStage.OnTheDay => "It is today.",
        _ => "Published.",
    };

    public string StandingForSchool => Stage switch
    {
        DayStage.Choosing => $"{Chosen} of your {Invited} have chosen.",
        DayStage.Allocating => $"Choosing is closed: {Chosen} of your {Invited} chose. You see where they go once the day is published.",
        _ => $"{Invited} of your people go.",
    };
}
