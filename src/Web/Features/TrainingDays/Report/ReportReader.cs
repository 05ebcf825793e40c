using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>Counts what the report of a day says. However many people there are, the number of queries is the same.</summary>
public sealed class ReportReader(AppDb db, DayEnds ends, AttendanceReader attendance, FeedbackReader feedback, TimeProvider clock)
{
    private const int MostMissed = 5;

    /// <summary>A day that is published.</summary>
    /// <param name="day">The day.</param>
    /// <param name="asked">Its people, or those whom the reader may see.</param>
    /// <param name="isWhole">Whether the reader organises it, and so sees all.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ReportFigures> ReadAsync(TrainingDay day, IQueryable<Invitee> asked, bool isWhole, CancellationToken cancellation)
    {
        var schools = await asked.GroupBy(invitee => new { invitee.OrganisationId, invitee.Organisation!.Name })
            .OrderBy(group => group.Key.Name).ThenBy(group => group.Key.OrganisationId)
            .Select(group => new School(group.Key.OrganisationId, group.Key.Name)).ToListAsync(cancellation);
        var rows = await asked
            .Select(invitee => new
            {
                invitee.Id,
                invitee.RoleGroup,
                invitee.OrganisationId,
                HasChosen = invitee.ChosenAt != null && db.Places.Any(place => place.RunId == day.AdoptedRunId && place.InviteeId == invitee.Id),
                HasFirstWish = db.Places.Any(place => place.RunId == (day.LiveRunId ?? day.AdoptedRunId) && place.InviteeId == invitee.Id && place.Wish == 1),
                Regret = db.Letters.Where(letter => letter.RunId == day.AdoptedRunId && letter.InviteeId == invitee.Id).Select(letter => letter.Regret).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var changes = await ends.ChangesAsync(day, asked, cancellation);
        var people = rows.ConvertAll(row => new ReportPerson(
            row.OrganisationId, row.RoleGroup, row.HasChosen, row.HasFirstWish, DayEnd.StepsOf(row.Regret, changes.GetValueOrDefault(row.Id)) == 0));
        var places = await attendance.ReadAsync(day, asked, cancellation);
        var (bySchool, placesBySchool) = (people.ToLookup(person => person.SchoolId), places.ToLookup(count => count.SchoolId));
        var groups = people.ToLookup(person => person.RoleGroup).OrderBy(group => group.Key).ToList();
        var figures = new ReportFigures
        {
            IsWhole = isWhole,
            Wishes = Wishes("Everybody", null, people),
            WishesByRoleGroup = [.. groups.Select(group => Wishes(group.Key.Words(), null, group))],
            WishesBySchool = [.. schools.Select(school => Wishes(school.Name, school.Id, bySchool[school.Id]))],
            Attendance = Attendance("Everybody", null, places),
            AttendanceByRoleGroup = [.. groups.Select(group => Attendance(group.Key.Words(), null, places.Where(count => count.RoleGroup == group.Key)))],
            AttendanceBySchool = [.. schools.Select(school => Attendance(school.Name, school.Id, placesBySchool[school.Id]))],
        };
        return isWhole ? await WithProgrammeAsync(figures, day, cancellation) : figures;
    }

    private static WishFigures Wishes(string group, Guid? school, IEnumerable<ReportPerson> people)
    {
        var all = people.ToList();
        return new WishFigures(
            group, school, all.Count, all.Count(person => person.HasChosen), all.Count(person => person is { HasChosen: true, HasBestDay: true }),
            all.Count(person => person is { HasChosen: true, HasFirstWish: true }));
    }

    private static AttendanceFigures Attendance(string group, Guid? school, IEnumerable<PlacesCount> counts)
    {
        var places = counts.ToLookup(count => count.State, count => count.Places);
        return new AttendanceFigures(
            group, school, places[AttendanceState.Present].Sum(), places[AttendanceState.Absent].Sum(), places[AttendanceState.Apologies].Sum(), places[null].Sum());
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

    private sealed record School(Guid Id, string Name);

    /// <param name="SchoolId">Where they come from.</param>
    /// <param name="RoleGroup">As whom they came.</param>
    /// <param name="HasChosen">Whether they chose, and needed a place.</param>
    /// <param name="HasFirstWish">Whether they have the first on their list.</param>
    /// <param name="HasBestDay">Whether they had the best day that their list could give them.</param>
    private sealed record ReportPerson(Guid SchoolId, RoleGroup RoleGroup, bool HasChosen, bool HasFirstWish, bool HasBestDay);
}
