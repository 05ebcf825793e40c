using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What presenters write. [Required] marks what must be there to hand it in; a draft may have gaps.</summary>
public sealed class OfferInput
{
    [Required, StringLength(Workshop.TitleLength)]
    public string? Title { get; set; }

    [Required, StringLength(Workshop.SummaryLength), DataType(DataType.MultilineText), Display(Name = "What happens in it")]
    public string? Summary { get; set; }

    [Required, StringLength(Offer.OutcomeLength), DataType(DataType.MultilineText), Display(Name = "What people can do afterwards")]
    public string? Outcome { get; set; }

    [Display(Name = "Wanted topic that it serves")]
    public Guid? TopicId { get; set; }

    [StringLength(Offer.PriorityLength), Display(Name = "Priority or need that it serves")]
    public string? Priority { get; set; }

    [StringLength(Offer.EvidenceLength), DataType(DataType.MultilineText), Display(Name = "Evidence behind it")]
    public string? Evidence { get; set; }

    public List<Mechanism> Mechanisms { get; set; } = [];

    [Display(Name = "Who it is for")]
    public List<RoleGroup> Audience { get; set; } = [];

    [Display(Name = "When you cannot")]
    public List<Guid> AwaySlots { get; set; } = [];

    [Range(1, Offer.MostPeople), Display(Name = "Smallest number of people")]
    public int? Smallest { get; set; }

    [Range(1, Offer.MostPeople), Display(Name = "Largest number of people")]
    public int? Largest { get; set; }

    [Required, Range(1, Offer.MostRunsLimit), Display(Name = "How often you would run it")]
    public int? MostRuns { get; set; } = 1;

    [StringLength(Offer.RoomNeedsLength), DataType(DataType.MultilineText), Display(Name = "What the room needs")]
    public string? RoomNeeds { get; set; }

    public int Version { get; set; }

    public static OfferInput Of(Offer offer) => new()
    {
        Title = offer.Title,
        Summary = offer.Summary,
        Outcome = offer.Outcome,
        TopicId = offer.TopicId,
        Priority = offer.Priority,
        Evidence = offer.Evidence,
        Mechanisms = [.. offer.Mechanisms],
        Audience = [.. offer.Audience],
        AwaySlots = [.. offer.AwaySlots],
        Smallest = offer.Smallest,
        Largest = offer.Largest,
        MostRuns = offer.MostRuns,
        RoomNeeds = offer.RoomNeeds,
        Version = offer.Version,
    };

    public void CopyTo(Offer offer)
    {
        offer.Title = Clean(Title);
        offer.Summary = Clean(Summary);
        offer.Outcome = Clean(Outcome);
        offer.TopicId = TopicId;
        offer.Priority = Clean(Priority);
        offer.Evidence = Clean(Evidence);
        offer.Mechanisms = [.. Mechanisms.Distinct().Order()];
        offer.Audience = [.. Audience.Distinct().Order()];
        offer.AwaySlots = [.. AwaySlots.Distinct().Order()];
        offer.Smallest = Smallest;
        offer.Largest = Largest;
        offer.MostRuns = MostRuns ?? 1;
        offer.RoomNeeds = Clean(RoomNeeds);
    }

    /// <summary>Takes out what the day does not have: another day's topic, or a slot that was removed while the form was open.</summary>
    public void Fit(IReadOnlyCollection<Guid> topics, IReadOnlyCollection<Guid> slots)
    {
        if (TopicId is { } topic && !topics.Contains(topic))
            TopicId = null;
        AwaySlots = [.. AwaySlots.Where(slots.Contains)];
    }

    /// <summary>What is wrong even for a draft goes into the form; what is only missing does not.</summary>
    public void Check(ModelStateDictionary form)
    {
        foreach (var (_, entry) in form.Where(pair => string.IsNullOrWhiteSpace(pair.Value?.AttemptedValue)))
        {
            entry!.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
        if (Smallest > Largest)
            form.AddModelError("Input.Largest", "Largest number of people: it cannot be less than the smallest");
    }

    /// <summary>What the saved offer says differently, for somebody who wrote at the same time: the field, and what stands there.</summary>
    public IReadOnlyList<(string Field, string Saved)> Differences(Offer saved, IReadOnlyDictionary<Guid, string> names)
    {
        var mine = new Offer { DayId = saved.DayId };
        CopyTo(mine);
        return [.. Fields(mine, names).Zip(Fields(saved, names))
            .Where(pair => !string.Equals(Lines(pair.First.Words), Lines(pair.Second.Words), StringComparison.Ordinal))
            .Select(pair => (pair.Second.Field, pair.Second.Words.Length > 0 ? pair.Second.Words : "(nothing)"))];
    }

    private static IEnumerable<(string Field, string Words)> Fields(Offer offer, IReadOnlyDictionary<Guid, string> names) =>
    [
        ("Title", offer.Title),
        ("What happens in it", offer.Summary),
        ("What people can do afterwards", offer.Outcome),
        ("Wanted topic", offer.TopicId is { } topic ? names.GetValueOrDefault(topic, "") : ""),
        ("Priority or need", offer.Priority),
        ("Evidence", offer.Evidence),
        ("How people learn in it", string.Join("; ", offer.Mechanisms.Select(mechanism => mechanism.Words()))),
        ("Who it is for", RoleGroupNames.Short(offer.Audience)),
        ("When you cannot", string.Join(", ", offer.AwaySlots.Select(slot => names.GetValueOrDefault(slot, "")))),
        ("Smallest number of people", Words(offer.Smallest)),
        ("Largest number of people", Words(offer.Largest)),
        ("How often you would run it", Words(offer.MostRuns)),
        ("What the room needs", offer.RoomNeeds),
    ];

    private static string Words(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    // Forms send lines that end in two characters, whatever was kept.
    private static string Clean(string? text) => Lines(text ?? "").Trim();

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
