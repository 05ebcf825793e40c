using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>Counts what the report of a day says. However many people there are, the number of queries is the same.</summary>
public sealed class ReportReader(AppDb db, DayEnds ends, SessionsAttended attended, FeedbackReader feedback, TimeProvider clock)
{
    private const int MostMissed = 5;

    /// <summary>A day that is published.</summary>
    /// <param name="day">The day.</param>
    /// <param name="asked">Its people, or those whom the reader may see.</param>
    /// <param name="isWhole">Whether the reader organises it, and so sees all.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ReportFigures> ReadAsync(TrainingDay day, IQueryable<Invitee> asked, bool isWhole, CancellationToken cancellation)
    {
        var people = await asked.OrderBy(invitee => invitee.Organisation!.Name).ThenBy(invitee => invitee.Id)
            .Select(invitee => new ReportPerson(
                invitee.Id, invitee.RoleGroup, invitee.OrganisationId, invitee.Organisation!.Name,
                db.Places.Any(place => place.RunId == (day.LiveRunId ?? day.AdoptedRunId) && place.InviteeId == invitee.Id && place.Wish == 1)))
            .ToListAsync(cancellation);
        var seats = await attended.ReadAsync(asked, cancellation);
        var ended = await ends.ReadAsync(day, asked, seats, cancellation);
        var came = await CameAsync(asked, seats, cancellation);
        var figures = new ReportFigures
        {
            IsWhole = isWhole,
            Wishes = Wishes("Everybody", null, people, ended),
            WishesByRoleGroup = [.. Groups(people).Select(group => Wishes(group.Key.Words(), null, group, ended))],
            WishesBySchool = [.. Schools(people).Select(school => Wishes(school.Key.School, school.Key.SchoolId, school, ended))],
            Attendance = Attendance("Everybody", null, people, came),
            AttendanceByRoleGroup = [.. Groups(people).Select(group => Attendance(group.Key.Words(), null, group, came))],
            AttendanceBySchool = [.. Schools(people).Select(school => Attendance(school.Key.School, school.Key.SchoolId, school, came))],
        };
        return isWhole ? await WithProgrammeAsync(figures, day, cancellation) : figures;
    }

    private static IEnumerable<IGrouping<RoleGroup, ReportPerson>> Groups(IEnumerable<ReportPerson> people) =>
        people.GroupBy(person => person.RoleGroup).OrderBy(group => group.Key);

    private static IEnumerable<IGrouping<(Guid SchoolId, string School), ReportPerson>> Schools(IEnumerable<ReportPerson> people) =>
        people.GroupBy(person => (person.SchoolId, person.School));

    private static WishFigures Wishes(string group, Guid? school, IEnumerable<ReportPerson> people, IReadOnlyDictionary<Guid, DayEnd> ended)
    {
        var all = people.ToList();
        var chosen = all.Where(person => ended[person.Id] is { HasChosen: true, NeededPlaces: true }).ToList();
        return new WishFigures(
            group, school, all.Count, chosen.Count, chosen.Count(person => ended[person.Id].Steps == 0), chosen.Count(person => person.HasFirstWish));
    }

    private static AttendanceFigures Attendance(string group, Guid? school, IEnumerable<ReportPerson> people, ILookup<Guid, AttendanceState?> came)
    {
        var states = people.SelectMany(person => came[person.Id]).CountBy(state => state ?? (AttendanceState)(-1)).ToDictionary();
        return new AttendanceFigures(
            group, school, states.GetValueOrDefault(AttendanceState.Present), states.GetValueOrDefault(AttendanceState.Absent),
            states.GetValueOrDefault(AttendanceState.Apologies), states.GetValueOrDefault((AttendanceState)(-1)));
    }

    /// <summary>One state for each place, and for each place that was given back with an apology.</summary>
    private async Task<ILookup<Guid, AttendanceState?>> CameAsync(IQueryable<Invitee> asked, IReadOnlyList<Attended> seats, CancellationToken cancellation)
    {
        var apologies = await db.Apologies.Where(apology => apology.SessionId != null && asked.Any(invitee => invitee.Id == apology.InviteeId))
            .Select(apology => new { apology.InviteeId, apology.SlotId }).ToListAsync(cancellation);
        var seated = seats.Select(seat => (seat.InviteeId, seat.SlotId)).ToHashSet();
        return seats.Where(seat => !seat.WasElsewhere).Select(seat => (seat.InviteeId, seat.State))
            .Concat(apologies.Where(apology => !seated.Contains((apology.InviteeId, apology.SlotId)))
                .Select(apology => (apology.InviteeId, State: (AttendanceState?)AttendanceState.Apologies)))
            .ToLookup(row => row.InviteeId, row => row.State);
    }

    private async Task<ReportFigures> WithProgrammeAsync(ReportFigures figures, TrainingDay day, CancellationToken cancellation)
    {
        var offers = await db.Offers.Where(offer => offer.DayId == day.Id && offer.SubmittedAt != null && offer.State != OfferState.Draft)
            .OrderBy(offer => offer.Title).ThenBy(offer => offer.Id)
            .Select(offer => new { offer.Id, offer.Title, offer.State, offer.Decision, offer.Reason }).AsNoTracking().ToListAsync(cancellation);
        var decided = offers.Where(offer => offer.State == OfferState.Submitted).ToList();
        var slots = await db.Slots.CountAsync(slot => slot.DayId == day.Id, cancellation);
        var missed = await db.Choices
            .Where(choice => choice.Workshop!.DayId == day.Id && choice.Rank <= slots
                && db.Places.Any(place => place.RunId == day.AdoptedRunId && place.InviteeId == choice.InviteeId)
                && !db.Places.Any(place => place.RunId == (day.LiveRunId ?? day.AdoptedRunId) && place.InviteeId == choice.InviteeId
                    && place.Session!.WorkshopId == choice.WorkshopId))
            .GroupBy(choice => new { choice.WorkshopId, choice.Workshop!.Title })
            .Select(group => new { group.Key.WorkshopId, group.Key.Title, People = group.Count() })
            .OrderByDescending(row => row.People).ThenBy(row => row.Title).Take(MostMissed).ToListAsync(cancellation);
        var running = db.Sessions.Where(session => session.Workshop!.DayId == day.Id && (session.Minimum == 0 || session.Taken > 0));
        var form = await feedback.FormAsync(day.Id, cancellation);
        var isOver = form.IsOver(clock.GetUtcNow().UtcDateTime);
        return figures with
        {
            Offered = offers.Count,
            Accepted = decided.Count(offer => offer.Decision is OfferDecision.Accept or OfferDecision.AcceptWithChanges),
            Withdrawn = offers.Count - decided.Count,
            Declined = [.. decided.Where(offer => offer.Decision is OfferDecision.Decline or OfferDecision.Substitute)
                .Select(offer => new DeclinedOffer(offer.Id, offer.Title, offer.Reason))],
            Missed = [.. missed.Select(row => new MissedWorkshop(row.WorkshopId, row.Title, row.People))],
            Sessions = await running.CountAsync(cancellation),
            HalfEmpty = await running.CountAsync(session => 2 * session.Taken < session.Seats, cancellation),
            Feedback = isOver ? await feedback.OfDayAsync(day.Id, cancellation) : null,
            FeedbackFrom = isOver ? null : form.Until,
            Note = await db.ReportNotes.Where(note => note.DayId == day.Id).Select(note => note.Text).SingleOrDefaultAsync(cancellation) ?? "",
        };
    }

    private sealed record ReportPerson(Guid Id, RoleGroup RoleGroup, Guid SchoolId, string School, bool HasFirstWish);
}
