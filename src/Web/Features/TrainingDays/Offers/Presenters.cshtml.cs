using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Who presents an offer. Its lead asks colleagues of the day's circle, and speakers from outside; each answers for themselves.</summary>
[Needs<LeadOffer>]
public sealed class PresentersModel(AppDb db, Viewer viewer, AuditTrail audit, OfferMails mails, SpeakerLinks links, TimeProvider clock) : OfferPage
{
    /// <summary>Fewer letters would list half the trust.</summary>
    private const int FewestLetters = 3;

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty]
    public SpeakerInput Input { get; set; } = new();

    public IReadOnlyList<PresenterLine> Presenters { get; private set; } = [];

    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    public bool IsTooShort => Find is not null && Find.Trim().Length < FewestLetters;

    public bool IsFull => Offer.Presenters.Count >= OfferPresenter.MostTogether;

    /// <summary>A speaker from outside does not look people up.</summary>
    public bool MayLookUp => !Party.IsByLink;

    private DayPeople People => new(db, viewer, Day);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Offer.State == OfferState.Draft && Day.IsOpenForOffers(clock.GetUtcNow().UtcDateTime))
            await next();
        else
            context.Result = LocalRedirect(To("show"));
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(Guid person, CancellationToken cancellation)
    {
        if (!MayLookUp || await People.MainPostAsync(person, cancellation) is not { } post)
            return NotFound();
        if (IsFull)
            this.Flash($"There are {OfferPresenter.MostTogether} of you already. Take somebody off first.", Kind.Warning);
        else if (!Offer.Presenters.Exists(presenter => presenter.PersonId == person))
        {
            var colleague = new OfferPresenter { OfferId = Offer.Id, PersonId = person, Person = post.Person };
            db.OfferPresenters.Add(colleague);
            mails.AskColleague(Offer, colleague, Party.Presenter!.FullName);
            audit.Record(Party.Deed($"asked {post.Person!.FullName} to present the offer “{Name}”"), Subject, Day.OrganisationId, person);
            await db.SaveChangesAsync(cancellation);
            this.Flash($"{post.Person.FullName} is asked. The answer comes on this page{(post.Person.Email is null ? "; they have no mail address, so tell them" : " and by mail")}.");
        }
        return LocalRedirect(To("presenters"));
    }

    public async Task<IActionResult> OnPostSpeakerAsync(CancellationToken cancellation)
    {
        var email = Person.CleanEmail(Input.Email);
        if (IsFull)
            ModelState.AddModelError("Input.Name", $"Name: there are {OfferPresenter.MostTogether} of you already. Take somebody off first");
        else if (Offer.Presenters.Exists(presenter => presenter.PersonId is null && presenter.Email == email))
            ModelState.AddModelError("Input.Email", "Email address: this speaker is asked already");
        else if (MayLookUp && await People.PostsInCircle.Where(post => post.Person!.Email == email && email != null)
            .Select(post => post.Person!.GivenName + " " + post.Person.FamilyName).FirstOrDefaultAsync(cancellation) is { } colleague)
            ModelState.AddModelError("Input.Email", $"Email address: it is that of {colleague}, who belongs to the day. Look for the name above and ask them there");
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var speaker = Input.Presenter(Offer.Id, isLead: false);
        db.OfferPresenters.Add(speaker);
        mails.SendLink(Offer, speaker, links.Renew(speaker), Party.Presenter!.FullName);
        audit.Record(Party.Deed($"asked {speaker.Name}, a speaker from outside, to present the offer “{Name}”"), Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{speaker.Name} is asked, with a link by mail.");
        return LocalRedirect(To("presenters"));
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid presenter, CancellationToken cancellation)
    {
        if (Offer.Presenters.Find(one => one.Id == presenter && one is { PersonId: null, IsLead: false }) is not { } speaker)
            return NotFound();
        mails.SendLink(Offer, speaker, links.Renew(speaker), Party.Presenter!.FullName);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{speaker.Name} has a new link by mail. The old one no longer works.");
        return LocalRedirect(To("presenters"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid presenter, CancellationToken cancellation)
    {
        if (Offer.Presenters.Find(one => one.Id == presenter && !one.IsLead) is not { } gone)
            return NotFound();
        db.OfferPresenters.Remove(gone);
        audit.Record(Party.Deed($"took {gone.FullName} off the offer “{Name}”"), Subject, Day.OrganisationId, gone.PersonId);
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{gone.FullName} is no longer asked to present it.");
        return LocalRedirect(To("presenters"));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Presenters = await PresenterLine.OfAsync(db, Offer.Id, cancellation);
        if (MayLookUp && Find is not null && !IsTooShort)
            Found = [.. (await People.FindAsync(Find, cancellation)).Where(person => !Offer.Presenters.Exists(one => one.PersonId == person.PersonId))];
    }
}
