using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>What somebody finds on their own page after a day, or during it when a session has ended.</summary>
/// <param name="DayId">The day.</param>
/// <param name="Asked">The sessions that they are asked after.</param>
/// <param name="Until">Until when they can answer; null as long as the day is not closed.</param>
/// <param name="Hours">What their certificate says; null when there is none.</param>
/// <param name="Remembered">What they take on to the next day, in words.</param>
public sealed record OwnAfterDay(Guid DayId, IReadOnlyList<AskedSession> Asked, DateTime? Until, string? Hours, string? Remembered)
{
    public bool IsEmpty => Asked.Count == 0 && Hours is null && Remembered is null;
}

public sealed class OwnAfterDayReader(AppDb db, FeedbackDesk desk, FeedbackReader feedback, CertificateReader certificates, TimeProvider clock)
{
    public async Task<OwnAfterDay> ReadAsync(TrainingDay day, Guid person, CancellationToken cancellation)
    {
        if (day.Stage < DayStage.OnTheDay)
            return new OwnAfterDay(day.Id, [], null, null, null);
        var asked = await desk.AskedAsync(day, person, cancellation);
        var certificate = Certificate.AreOut(day, UkTime.Today(clock))
            ? (await certificates.ReadAsync(day, db.Invitees.Where(invitee => invitee.DayId == day.Id && invitee.PersonId == person), cancellation)).SingleOrDefault()
            : null;
        var kept = await db.Disappointments.AsNoTracking().SingleOrDefaultAsync(row => row.DayId == day.Id && row.PersonId == person, cancellation);
        return new OwnAfterDay(
            day.Id, asked, asked.Count == 0 ? null : (await feedback.FormAsync(day.Id, cancellation)).Until,
            certificate is { Minutes: > 0 } ? certificate.Hours : null,
            kept is null ? null : CarryRule.OwnWords(kept.Change, kept.Steps, kept.Before, kept.After));
    }
}
