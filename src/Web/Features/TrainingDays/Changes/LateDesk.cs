using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Publish;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Gives late starters the places that an organiser has seen and confirmed, all of them in one transaction or none.</summary>
public sealed class LateDesk(AppDb db, LatePlanner planner, LivePlaces places, DayMails mails, AuditTrail audit, Outbox outbox)
{
    /// <param name="day">The day.</param>
    /// <param name="seen">The digest of the plan that the organiser saw.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ChangeAnswer> GiveAsync(TrainingDay day, string seen, CancellationToken cancellation)
    {
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        if (!await places.TakeTurnAsync(day, cancellation))
            return ChangeAnswer.No("Places can no longer be changed.");
        if (await planner.PlanAsync(day, cancellation) is not { Outcome: { } outcome } plan || plan.Digest != seen)
            return ChangeAnswer.No("Places or choices have changed since you opened the page. Look at the new plan, then decide.");
        await PutAsync(day, [.. plan.Given], cancellation);
        await KeepAsync(day, plan, outcome, cancellation);
        var written = await mails.WriteAsync(day, db.Invitees.Where(invitee => plan.Late.Contains(invitee.Id) && invitee.Person!.Email != null), cancellation);
        foreach (var mail in written)
            outbox.Put(mail.To, mail.Name, mail.Subject, mail.Text);
        audit.Record($"gave places to {Count.Of(plan.Late.Count, "late starter", "late starters")}", DayPage.SubjectOf(day), day.OrganisationId);
        foreach (var person in await db.Invitees.Where(invitee => plan.Late.Contains(invitee.Id)).Select(invitee => invitee.PersonId).ToListAsync(cancellation))
            audit.Record("gave places to a late starter", DayPage.SubjectOf(day), day.OrganisationId, person);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        return ChangeAnswer.Done($"{Count.People(plan.Late.Count)} {(plan.Late.Count == 1 ? "has" : "have")} been given places, and {(plan.Late.Count == 1 ? "is" : "are")} told by email.");
    }

    /// <summary>Writes the places, all at once: one by one, a hundred people would keep everybody else's changes waiting for seconds.</summary>
    private async Task PutAsync(TrainingDay day, IReadOnlyList<GivenPlace> given, CancellationToken cancellation)
    {
        foreach (var (session, number) in given.Where(place => place.Session is not null).CountBy(place => place.Session!.Value))
        {
            if (!await places.TakeSeatsAsync(session, number, cancellation))
                throw new InvalidOperationException("A planned seat is not there.");
        }
        await places.PutAllAsync(day, [.. given.Select(place => (place.Invitee, place.Slot, place.Session))], PlaceOrigin.Planned, cancellation);
        var people = given.Select(place => place.Invitee).Distinct().ToList();
        var seated = given.Select(place => (place.Invitee, place.Session)).ToHashSet();
        db.Waiting.RemoveRange((await db.Waiting.Where(row => people.Contains(row.InviteeId)).ToListAsync(cancellation))
            .Where(row => seated.Contains((row.InviteeId, row.SessionId))));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Keeps what the planner saw and its version with the live places, and what it says to each person.</summary>
    private async Task KeepAsync(TrainingDay day, LatePlan plan, AllocationOutcome outcome, CancellationToken cancellation)
    {
        var input = PackedJson.Pack(plan.Input);
        await db.AllocationRuns.Where(run => run.Id == day.LiveRunId).ExecuteUpdateAsync(
            change => change.SetProperty(run => run.Input, input).SetProperty(run => run.PlannerVersion, outcome.Version), cancellation);
        var words = await LetterWords.ReadAsync(db, day.Id, cancellation);
        var titles = await db.Workshops.Where(workshop => workshop.DayId == day.Id)
            .ToDictionaryAsync(workshop => AllocationInput.Key(workshop.Id), workshop => workshop.Title, StringComparer.Ordinal, cancellation);
        var explanation = AllocationExplanation.Of(outcome);
        foreach (var (person, invitee) in plan.People)
        {
            db.Letters.Add(new Letter
            {
                RunId = day.LiveRunId!.Value,
                InviteeId = invitee,
                Regret = outcome.Regrets[person],
                Sentences = [.. explanation.ForPerson(person).Wishes.Select(wish => wish is { Result: WishResult.Full, Rank: { } rank }
                    ? $"Your {rank.Ordinal()} wish, “{titles[wish.Workshop]}”: its seats had been given out before you were invited."
                    : words.Explain(outcome, wish))],
            });
        }
        await db.SaveChangesAsync(cancellation);
    }
}
