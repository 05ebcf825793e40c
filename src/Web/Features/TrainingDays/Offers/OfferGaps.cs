namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>Something that an offer lacks.</summary>
/// <param name="Words">What, and what to do.</param>
/// <param name="Field">Where in the form it is written.</param>
public sealed record OfferGap(string Words, string Field);

/// <summary>What must be there before an offer can be handed in.</summary>
public static class OfferGaps
{
    /// <param name="offer">The offer.</param>
    /// <param name="slots">The slots of its day, as far as there are any yet.</param>
    public static IReadOnlyList<OfferGap> Of(Offer offer, IReadOnlyCollection<Guid> slots) =>
    [
        .. If(offer.Title.Length == 0, "Give it a title", "Input_Title"),
        .. If(offer.Summary.Length == 0, "Say what happens in it", "Input_Summary"),
        .. If(offer.Outcome.Length == 0, "Say what people can do afterwards", "Input_Outcome"),
        .. If(offer.TopicId is null && offer.Priority.Length == 0, "Say what it is for: a wanted topic, or the priority or need that it serves", "Input_Priority"),
        .. If(slots.Count > 0 && slots.All(offer.AwaySlots.Contains), "You cannot present at any time of the day. Leave at least one time open", "Input_AwaySlots"),
    ];

    private static OfferGap[] If(bool lacks, string words, string field) => lacks ? [new(words, field)] : [];
}
