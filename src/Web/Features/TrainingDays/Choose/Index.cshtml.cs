using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>
/// Choosing. Each press of a button sends the whole list with what is to be done to it; the script in choose.js does it in the page
/// and sends the list alone.
/// </summary>
[Needs<TakePartInDay>]
public sealed class IndexModel(CatalogueReader reader, ChoiceDesk desk, CurrentViewer current, TimeProvider clock) : PageModel
{
    private const string Script = "X-Autosave";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The order that is asked for; without one, the last that was.</summary>
    [BindProperty(SupportsGet = true, Name = "order")]
    public string? AskedOrder { get; set; }

    public CatalogueOrder Order { get; private set; }

    /// <summary>The list as the page showed it.</summary>
    [BindProperty]
    public List<Guid> Wish { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid? Add { get; set; }

    [BindProperty]
    public Guid? Up { get; set; }

    [BindProperty]
    public Guid? Down { get; set; }

    [BindProperty]
    public Guid? Remove { get; set; }

    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    public DateTime Now { get; private set; }

    public bool IsOpen => Day.IsOpenForChoices(Now) || Catalogue.IsLate;

    public Catalogue Catalogue { get; private set; } = null!;

    public ChoiceList Saved { get; private set; } = null!;

    /// <summary>Why what was sent was not saved.</summary>
    public string? Objection { get; private set; }

    /// <summary>What was sent while another list had been saved on another device.</summary>
    public ChoiceList? Rival { get; private set; }

    public int Fewest => Math.Max(1, Math.Min(Catalogue.Slots.Count, Day.WishesAllowed));

    public bool IsFull => Saved.Wishes.Count >= Day.WishesAllowed;

    /// <summary>The catalogue in parts, each with its heading. Whatever the order, all workshops are in it.</summary>
    public IReadOnlyList<(CardGroup Group, string Title, IReadOnlyList<WorkshopCard> Cards)> Parts
    {
        get
        {
            var others = new[] { Part(CardGroup.ForOthers, "For other people"), Part(CardGroup.Presented, "You present") };
            return Order == CatalogueOrder.AToZ
                ? [(CardGroup.ForEverybody, "A to Z", [.. Catalogue.Cards.Where(card => card.CanBePicked).OrderBy(card => card.Title, StringComparer.OrdinalIgnoreCase)]), .. others]
                : [Part(CardGroup.FitsThem, "What fits you"), Part(CardGroup.ForEverybody, "For everybody"), .. others];
        }
    }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var list = Changed(new ChoiceList(Wish));
        var answer = await desk.SaveAsync(Day, current.Viewer.PersonId, list, Version, cancellation);
        if (Request.Headers.ContainsKey(Script))
            return Answer(answer);
        if (answer.Outcome is ChoiceOutcome.Saved)
            return Redirect($"{Request.PathBase}{Request.Path}{Request.QueryString}#{Anchor(list)}");
        await ReadAsync(cancellation);
        ModelState.Clear();
        if (answer.Outcome is ChoiceOutcome.Stale)
            Rival = new ChoiceList(list.Wishes.Where(wish => Catalogue.Cards.Any(card => card.Id == wish)));
        Objection = answer.Objection;
        Response.StatusCode = StatusFor(answer.Outcome);
        return Page();
    }

    /// <summary>"For teachers and teaching assistants"; "For everybody".</summary>
    public static string ForWhom(IReadOnlyList<RoleGroup> audience) =>
        audience.Count == 0 ? "For everybody" : $"For {Count.List(audience.Select(group => group.WordsInside()))}";

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Order = CatalogueOrderSetting.Read(HttpContext, AskedOrder);
        Catalogue = await reader.ReadAsync(Day, current.Viewer.PersonId, cancellation);
        Saved = ChoiceDesk.Saved(Catalogue.Invitee);
    }

    private (CardGroup Group, string Title, IReadOnlyList<WorkshopCard> Cards) Part(CardGroup group, string title) => (group, title, [.. Catalogue.Of(group)]);

    private ChoiceList Changed(ChoiceList list)
    {
        if (Add is { } added)
            list = list.With(added);
        if (Remove is { } removed)
            list = list.Without(removed);
        if (Up is { } raised)
            list = list.Moved(raised, -1);
        if (Down is { } lowered)
            list = list.Moved(lowered, +1);
        return list;
    }

    /// <summary>Where the page comes back to: the card whose button was pressed, or the wish that moved.</summary>
    private string Anchor(ChoiceList list)
    {
        if (Add is { } added)
            return $"w{added:N}";
        return (Up ?? Down) is { } moved && list.RankOf(moved) > 0 ? $"wish-{moved:N}" : "wishes";
    }

    private static JsonResult Answer(ChoiceAnswer answer) =>
        new(new { version = answer.Version, savedAt = answer.SavedAt?.ClockWords(), words = answer.Objection }) { StatusCode = StatusFor(answer.Outcome) };

    private static int StatusFor(ChoiceOutcome outcome) => outcome switch
    {
        ChoiceOutcome.Stale => StatusCodes.Status409Conflict,
        ChoiceOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status200OK,
    };
}
