using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Writing an offer. The script in autosave.js sends the form again and again while somebody types; the button sends it, too.</summary>
[Needs<WriteOffer>]
public sealed class EditModel(AppDb db, TimeProvider clock) : OfferPage
{
    private const string Script = "X-Autosave";

    private readonly Dictionary<Guid, string> _names = [];

    [BindProperty]
    public OfferInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Slots { get; private set; } = [];

    public IReadOnlyList<OfferFileLine> Files { get; private set; } = [];

    public WorkshopCall? Call { get; private set; }

    public MechanismBalance Balance => MechanismBalance.Of(Input.Mechanisms);

    public bool CanBeWritten => Offer.CanBeWritten(Day, Now);

    /// <summary>Why what was sent could not be saved at all.</summary>
    public string? Objection { get; private set; }

    /// <summary>What stands in the offer as somebody else saved it meanwhile, where the form says otherwise; null when nobody did.</summary>
    public IReadOnlyList<(string Field, string Saved)>? Differences { get; private set; }

    public string Presented => Offer.Presenters.Count == 1
        ? "You present alone."
        : $"Presented by {Count.List(Offer.Presenters.OrderByDescending(one => one.IsLead).ThenBy(one => one.Id).Select(one => one.AcceptedAt is null ? $"{one.FullName} (not answered yet)" : one.FullName))}.";

    public string Saved => Offer.SavedAt is { } at ? $"Saved {at.ClockWords(Now)}" : "";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!CanBeWritten)
            return LocalRedirect(To("show"));
        await LoadAsync(cancellation);
        Input = OfferInput.Of(Offer);
        return Page();
    }

    /// <param name="then">Which button was pressed: "hand-in", "files" and "presenters" go on to that page.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input.Check(ModelState);
        Input.Fit([.. Topics.Select(topic => Guid.Parse(topic.Value))], [.. Slots.Select(slot => Guid.Parse(slot.Value))]);
        if (!CanBeWritten)
            return Refused("The offer can no longer be changed, because the call is closed or the offer was handed in. Copy what you want to keep.");
        if (!ModelState.IsValid)
            return Refused(objection: null);
        if (!await SaveAsync(cancellation))
            return Quarrel();
        if (IsScript)
            return new JsonResult(new { version = Offer.Version, words = Saved });
        if (then is "hand-in" or "files" or "presenters")
            return LocalRedirect(To(then));
        this.Flash($"{Saved}.");
        return LocalRedirect(To("edit"));
    }

    private bool IsScript => Request.Headers.ContainsKey(Script);

    /// <summary>Saves what was written from the version that the form showed; false when another has been saved since, and says otherwise.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        // A phone that never heard the answer sends the same again: that is no quarrel, and nothing to save.
        if (Input.Differences(Offer, _names).Count == 0)
            return true;
        if (Offer.Version != Input.Version)
            return false;
        Input.CopyTo(Offer);
        Offer.SavedAt = Now;
        Offer.SavedBy = Party.Presenter!.FullName;
        db.Expect(Offer, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was faster by milliseconds.
            await db.Entry(Offer).ReloadAsync(cancellation);
            return Input.Differences(Offer, _names).Count == 0;
        }
    }

    private IActionResult Refused(string? objection)
    {
        Objection = objection;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (!IsScript)
            return Page();
        var words = objection ?? string.Join(". ", ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).Distinct(StringComparer.Ordinal));
        return new JsonResult(new { words });
    }

    /// <summary>The form as it was typed, with what the other one saved beside it. Saving it now is a decision, and no longer an oversight.</summary>
    private IActionResult Quarrel()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (IsScript)
            return new JsonResult(new { version = Offer.Version });
        Differences = Input.Differences(Offer, _names);
        Input.Version = Offer.Version;
        ModelState.Clear();
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Call = await CallReader.ReadAsync(db, Day.Id, cancellation);
        var topics = Call?.Topics ?? [];
        var slots = await db.Slots.Where(slot => slot.DayId == Day.Id).OrderBy(slot => slot.StartMinute).AsNoTracking().ToListAsync(cancellation);
        foreach (var topic in topics)
            _names[topic.Id] = topic.Name;
        foreach (var slot in slots)
            _names[slot.Id] = $"{slot.Name}, {slot.Starts.Words()} to {slot.Ends.Words()}";
        Topics = [.. topics.Select(topic => new SelectListItem(topic.Name, topic.Id.ToString()))];
        Slots = [.. slots.Select(slot => new SelectListItem(_names[slot.Id], slot.Id.ToString()))];
        Files = await OfferFileLine.OfAsync(db, Offer.Id, cancellation);
    }
}
