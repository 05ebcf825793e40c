using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Takes a person's list of wishes: all of it in one short transaction, or nothing of it.</summary>
public sealed class ChoiceDesk(AppDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A list is saved with every tap; the audit trail notes when somebody sat down to it, not every tap.</summary>
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    /// <summary>Saves a list that was made from version <paramref name="version"/> of what was saved before.</summary>
    public async Task<ChoiceAnswer> SaveAsync(TrainingDay day, Guid personId, ChoiceList list, int version, CancellationToken cancellation)
    {
        var invitee = await db.Invitees
            .Include(invitee => invitee.Choices)
            .SingleAsync(invitee => invitee.DayId == day.Id && invitee.PersonId == personId, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var isLate = day.HasLivePlaces && await LateStarters.Of(db, day).AnyAsync(late => late.Id == invitee.Id, cancellation);
        if (list.Objection(day, await CandidatesAsync(day, invitee, list, cancellation), now, isLate) is { } objection)
            return new ChoiceAnswer(ChoiceOutcome.Refused, invitee.Version, invitee.ChosenAt, objection);
        // A phone that never heard the answer sends the same list again: that is no quarrel.
        if (invitee.Version != version)
            return list.IsSameAs(Saved(invitee)) ? Done(invitee) : Stale(invitee);

        Write(invitee, list);
        Note(day, invitee, list, now);
        invitee.ChosenAt = list.Wishes.Count > 0 ? now : null;
        // The row is written, and its version compared and raised, even if nothing in it but the wishes has changed.
        db.Entry(invitee).Property(row => row.ChosenAt).IsModified = true;
        db.Expect(invitee, version);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Done(invitee);
        }
        catch (DbUpdateException)
        {
            // Another phone was faster by milliseconds, whether the row's version or the wishes' key found it out.
            db.ChangeTracker.Clear();
            var theirs = await db.Invitees.AsNoTracking().Include(row => row.Choices).SingleAsync(row => row.Id == invitee.Id, cancellation);
            if (theirs.Version == version)
                throw;
            return list.IsSameAs(Saved(theirs)) ? Done(theirs) : Stale(theirs);
        }
    }

    /// <summary>The list as it is saved. Ranks may have gaps where a workshop was taken out of the programme.</summary>
    public static ChoiceList Saved(Invitee invitee) =>
        new(invitee.Choices.OrderBy(choice => choice.Rank).Select(choice => choice.WorkshopId));

    private async Task<Dictionary<Guid, Candidate>> CandidatesAsync(
        TrainingDay day, Invitee invitee, ChoiceList list, CancellationToken cancellation)
    {
        // More than anybody may rank is refused for its length; it need not be looked up.
        var wanted = list.Wishes.Take(TrainingDay.MostWishes).ToList();
        var found = await db.Workshops.AsNoTracking()
            .Where(workshop => workshop.DayId == day.Id && wanted.Contains(workshop.Id))
            .Select(workshop => new
            {
                workshop.Id,
                workshop.Title,
                workshop.Audience,
                Presents = workshop.Presenters.Any(presenter => presenter.PersonId == invitee.PersonId),
            })
            .ToListAsync(cancellation);
        return found.ToDictionary(
            workshop => workshop.Id,
            workshop => new Candidate(workshop.Title, Workshop.IsFor(workshop.Audience, invitee.RoleGroup), workshop.Presents));
    }

    private void Write(Invitee invitee, ChoiceList list)
    {
        foreach (var gone in invitee.Choices.Where(choice => list.RankOf(choice.WorkshopId) == 0).ToList())
            invitee.Choices.Remove(gone);
        foreach (var (index, wish) in list.Wishes.Index())
        {
            if (invitee.Choices.Find(choice => choice.WorkshopId == wish) is { } kept)
                kept.Rank = index + 1;
            else
                db.Choices.Add(new Choice { InviteeId = invitee.Id, WorkshopId = wish, Rank = index + 1 });
        }
    }

    private void Note(TrainingDay day, Invitee invitee, ChoiceList list, DateTime now)
    {
        if (list.Wishes.Count == 0)
            audit.Record("took back all wishes", AllocationDesk.Subject(day), day.OrganisationId, invitee.PersonId);
        else if (invitee.ChosenAt is not { } last || now - last > OneSitting)
            audit.Record(
                invitee.ChosenAt is null ? "chose workshops" : "changed the choice of workshops", AllocationDesk.Subject(day), day.OrganisationId, invitee.PersonId);
    }

    private static ChoiceAnswer Done(Invitee invitee) => new(ChoiceOutcome.Saved, invitee.Version, invitee.ChosenAt, null);

    private static ChoiceAnswer Stale(Invitee invitee) => new(ChoiceOutcome.Stale, invitee.Version, invitee.ChosenAt, null);
}

public enum ChoiceOutcome
{
    Saved,

    /// <summary>Another list was saved since this one was begun; nothing was changed.</summary>
    Stale,

    /// <summary>The list breaks a rule; nothing was changed.</summary>
    Refused,
}

/// <summary>What became of a list.</summary>
/// <param name="Outcome">Whether it was saved.</param>
/// <param name="Version">The version of what is saved now.</param>
/// <param name="SavedAt">When that was saved; null if it is an empty list.</param>
/// <param name="Objection">Why it was refused, in words.</param>
public sealed record ChoiceAnswer(ChoiceOutcome Outcome, int Version, DateTime? SavedAt, string? Objection);
