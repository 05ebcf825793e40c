using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Writes to those who have not chosen, to nobody more than once a day.</summary>
[Needs<FollowDay>]
public sealed class RemindModel(AppDb db, Outbox outbox, PublicAddress address, AuditTrail audit, TimeProvider clock) : FollowPage
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(24);

    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var now = Now;
        if (!Day.IsOpenForChoices(now))
            return LocalRedirect(To("who-has-not-chosen"));
        var missing = Followed(db).Where(invitee => invitee.ChosenAt == null);
        var due = await Due(now).CountAsync(cancellation);
        var without = await missing.CountAsync(invitee => invitee.Person!.Email == null, cancellation);
        var recent = await missing.CountAsync(cancellation) - due - without;
        if (due == 0)
        {
            this.Flash(Left(recent, without) is { Length: > 0 } left ? $"There is nobody to remind now. {left}" : "There is nobody to remind now.", Kind.Info);
            return LocalRedirect(To("who-has-not-chosen"));
        }
        Confirmation = new Confirmation(
            $"Remind {Count.People(due)}?",
            [$"Each gets an email with the deadline, {UkTime.Words(Day.ChooseUntil!.Value)}, and a link to choose.", .. Left(recent, without) is { Length: > 0 } words ? new[] { words } : []],
            $"Remind {Count.People(due)}", To("who-has-not-chosen"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var now = Now;
        if (!Day.IsOpenForChoices(now))
            return LocalRedirect(To("who-has-not-chosen"));
        await using var deed = await db.Database.BeginTransactionAsync(cancellation);
        // Marked before anybody is written to: when two leads press the button at once, each person is marked by one of them.
        // Not through the entity, whose version belongs to the choice that the person may have open at this moment.
        var due = await Due(now).Select(invitee => invitee.Id).ToListAsync(cancellation);
        var limit = now - Between;
        await db.Invitees.Where(invitee => due.Contains(invitee.Id) && (invitee.RemindedAt == null || invitee.RemindedAt <= limit))
            .ExecuteUpdateAsync(change => change.SetProperty(invitee => invitee.RemindedAt, now), cancellation);
        var people = await db.Invitees.Where(invitee => due.Contains(invitee.Id) && invitee.RemindedAt == now)
            .Select(invitee => new { invitee.Person!.Email, invitee.Person.GivenName, invitee.Person.FamilyName }).ToListAsync(cancellation);
        foreach (var person in people)
            outbox.Put(person.Email!, $"{person.GivenName} {person.FamilyName}", $"Choose your workshops: {Day.Name}", Text(person.GivenName));
        audit.Record($"reminded {Count.People(people.Count)} to choose", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        await deed.CommitAsync(cancellation);
        this.Flash($"{Count.People(people.Count)} {(people.Count == 1 ? "is" : "are")} reminded by email.");
        return LocalRedirect(To("who-has-not-chosen"));
    }

    // To the millisecond: the engines keep instants with different fineness, and the mark is compared.
    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        }
    }

    private IQueryable<Invitee> Due(DateTime now)
    {
        var limit = now - Between;
        return Followed(db).Where(invitee =>
            invitee.ChosenAt == null && invitee.Person!.Email != null && (invitee.RemindedAt == null || invitee.RemindedAt <= limit));
    }

    private static string Left(int recent, int without) => string.Join(' ', new[]
    {
        recent == 0 ? "" : $"{Count.People(recent)} {(recent == 1 ? "was" : "were")} reminded within the last 24 hours and {(recent == 1 ? "gets" : "get")} no second email.",
        without == 0 ? "" : $"{Count.People(without)} {(without == 1 ? "has" : "have")} no email address: tell them yourself.",
    }.Where(words => words.Length > 0));

    private string Text(string name) =>
        $"""
        Hello {name},

        you have not chosen your workshops for {Day.Name} on {UkTime.Words(Day.Date)} yet.

        Choose until {UkTime.Words(Day.ChooseUntil!.Value)}:
        {address.Of(To("choose"))}

        It takes a few minutes on a phone. Those who do not choose are placed last, where there are seats.
        """;
}
