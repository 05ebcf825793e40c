using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>
/// Those who were invited once places were out: neither the adopted run nor an organiser since has given them a day. Until then they can
/// choose, though choosing is closed for everybody else.
/// </summary>
public static class LateStarters
{
    public static IQueryable<Invitee> Of(AppDb db, TrainingDay day) => db.Invitees.Where(invitee => invitee.DayId == day.Id
        && day.LiveRunId != null
        && !db.Letters.Any(letter => letter.InviteeId == invitee.Id && (letter.RunId == day.AdoptedRunId || letter.RunId == day.LiveRunId)));
}
