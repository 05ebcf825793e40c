using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Invites a speaker from outside to offer a workshop: a draft of their own, and the link to it by mail.</summary>
[Needs<OrganiseDay>]
public sealed class InviteModel(AppDb db, Viewer viewer, AuditTrail audit, OfferMails mails, SpeakerLinks links, TimeProvider clock) : DayPage
{
    private const int NoteLength = 1000;

    [BindProperty]
    public SpeakerInput Input { get; set; } = new();

    [BindProperty, StringLength(NoteLength), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    public IReadOnlyList<Invited> Speakers { get; private set; } = [];

    public bool IsOpen => Day.IsOpenForOffers(Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsOpen)
            return Closed();
        var email = Person.CleanEmail(Input.Email);
        if (email is not null && await Invitations.AnyAsync(speaker => speaker.Email == email && speaker.AcceptedAt == null && speaker.Offer!.State == OfferState.Draft, cancellation))
            ModelState.AddModelError("Input.Email", "Email address: this speaker is invited already and has not answered. Send a new link below");
        else if (await new DayPeople(db, viewer, Day).PostsInCircle.Where(post => post.Person!.Email == email && email != null)
            .Select(post => post.Person!.GivenName + " " + post.Person.FamilyName).FirstOrDefaultAsync(cancellation) is { } colleague)
            ModelState.AddModelError("Input.Email", $"Email address: it is that of {colleague}, who belongs to the day and finds the call on their first page");
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var offer = new Offer { DayId = Day.Id, Day = Day, CreatedAt = Now };
        var speaker = Input.Presenter(offer.Id, isLead: true);
        offer.Presenters.Add(speaker);
        db.Offers.Add(offer);
        mails.SendLink(offer, speaker, links.Renew(speaker), viewer.Name, Note?.Trim() ?? "");
        audit.Record($"invited {speaker.Name}, a speaker from outside, to offer a workshop", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{speaker.Name} is invited, with a link by mail.");
        return LocalRedirect(To("offers/invite"));
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid speaker, CancellationToken cancellation)
    {
        if (await Invitations.Include(row => row.Offer).SingleOrDefaultAsync(row => row.Id == speaker, cancellation) is not { Offer: not null } found)
            return NotFound();
        if (!IsOpen)
            return Closed();
        mails.SendLink(found.Offer, found, links.Renew(found), viewer.Name);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Name} has a new link by mail. The old one no longer works.");
        return LocalRedirect(To("offers/invite"));
    }

    private IQueryable<OfferPresenter> Invitations =>
        db.OfferPresenters.Where(speaker => speaker.Offer!.DayId == Day.Id && speaker.IsLead && speaker.PersonId == null);

    private LocalRedirectResult Closed()
    {
        this.Flash("The call is not open, so nobody can be invited.", Kind.Warning);
        return LocalRedirect(To("offers/invite"));
    }

    private async Task LoadAsync(CancellationToken cancellation) => Speakers = await Invitations
        .OrderBy(speaker => speaker.Name).ThenBy(speaker => speaker.Id)
        .Select(speaker => new Invited(speaker.Id, speaker.Name, speaker.Employer, speaker.AcceptedAt != null, speaker.Offer!.State, speaker.Offer.SubmittedAt != null))
        .ToListAsync(cancellation);

    public sealed record Invited(Guid Id, string Name, string Employer, bool HasAccepted, OfferState State, bool WasHandedIn)
    {
        public string Words => State switch
        {
            OfferState.Submitted => "Handed in",
            OfferState.Withdrawn => HasAccepted || WasHandedIn ? "Withdrawn" : "Declined",
            _ => HasAccepted ? "Writing it" : "Invited, no answer yet",
        };
    }
}
