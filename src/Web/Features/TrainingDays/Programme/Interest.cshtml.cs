using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.Ui;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Asks those who are invited which workshops they would like, and shows how many want each.</summary>
[Needs<OrganiseDay>]
public sealed class InterestModel(AppDb db, Outbox outbox, PublicAddress address, AuditTrail audit, TimeProvider clock) : DayPage
{
    public PageOf<Row> Workshops { get; private set; } = null!;

    public int Invited { get; private set; }

    public int Answered { get; private set; }

    [BindProperty, Required(ErrorMessage = "Say until when people can give stars")]
    public DateTime? Until { get; set; }

    [BindProperty]
    public bool SendMail { get; set; } = true;

    [BindProperty]
    public int Version { get; set; }

    public bool CanAsk => Day.Stage is DayStage.Draft or DayStage.Programme;

    public bool IsOpen => Day.IsOpenForStars(Now);

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        Until = IsOpen ? UkTime.ToUk(Day.InterestUntil!.Value) : Deadline.Proposed(Day.Date, Now);
        Version = Day.Version;
        SendMail = Day.InterestUntil is null;
        await ReadAsync(query, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(ListingQuery query, CancellationToken cancellation)
    {
        if (!CanAsk)
            return LocalRedirect(To("programme/interest"));
        var utc = default(DateTime);
        if (Until is { } given && !Deadline.TryRead(given, Day.Date, Now, out utc, out var problem))
            ModelState.AddModelError(nameof(Until), problem);
        await ReadAsync(query, cancellation);
        if (Workshops.Total == 0)
            ModelState.AddModelError(nameof(Until), "There is no workshop yet that people could want");
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Day, Version);
        Day.InterestUntil = utc;
        var mails = SendMail ? await MailAsync(utc, cancellation) : 0;
        audit.Record($"asked what people would like, until {UkTime.Words(utc)}{(mails == 0 ? "" : $", and wrote to {Count.People(mails)}")}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{Count.People(Invited)} can give stars until {UkTime.Words(utc)}.{(mails == 0 ? "" : $" {Count.People(mails)} get an email.")}");
        return LocalRedirect(To("programme/interest"));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<int> MailAsync(DateTime until, CancellationToken cancellation)
    {
        var people = await db.Invitees.Where(invitee => invitee.DayId == Day.Id && invitee.Person!.Email != null)
            .Select(invitee => new { invitee.Person!.Email, invitee.Person.GivenName, invitee.Person.FamilyName }).ToListAsync(cancellation);
        foreach (var person in people)
        {
            outbox.Put(person.Email!, $"{person.GivenName} {person.FamilyName}", $"What would you like? {Day.Name}", $"""
                Dear {person.GivenName},

                the workshops of {Day.Name} on {Day.Date.Words()} are known; their times are not. Give a star to every one that you would like
                to come to, and the programme is made so that as many people as possible get what they wish. You choose later.

                Until {UkTime.Words(until)}:
                {address.Of(To("interest"))}

                """);
        }
        return people.Count;
    }

    private async Task ReadAsync(ListingQuery query, CancellationToken cancellation)
    {
        Invited = await db.Invitees.CountAsync(invitee => invitee.DayId == Day.Id, cancellation);
        Answered = await db.Invitees.CountAsync(invitee => invitee.DayId == Day.Id && db.Stars.Any(star => star.InviteeId == invitee.Id), cancellation);
        var orders = new SortOrders<Workshop>("-stars", workshop => workshop.Id)
        {
            ["stars"] = workshop => db.Stars.Count(star => star.WorkshopId == workshop.Id),
            ["code"] = workshop => workshop.Code,
        };
        Workshops = await db.Workshops.Where(workshop => workshop.DayId == Day.Id).PageAsync(
            orders, query,
            workshop => new Row(workshop.Id, workshop.Code, workshop.Title, db.Stars.Count(star => star.WorkshopId == workshop.Id), workshop.Sessions.Sum(session => session.Seats)),
            cancellation);
    }

    public sealed record Row(Guid Id, string Code, string Title, int Stars, int Seats);
}
