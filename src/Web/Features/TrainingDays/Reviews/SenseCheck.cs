using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>What a person should look at before deciding on an offer. None of it decides anything.</summary>
public static class SenseCheck
{
    private const int FewWords = 25;

    public static IReadOnlyList<string> Of(Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var flags = new List<string>();
        if (offer.Outcome.Length == 0)
            flags.Add("It does not say what people can do afterwards.");
        if (WordsIn(offer.Summary) < FewWords)
            flags.Add("What happens in it is told in very few words.");
        if (offer.Evidence.Length == 0)
            flags.Add("It names no evidence.");
        if (offer.TopicId is null && offer.Priority.Length == 0)
            flags.Add("It serves no wanted topic and names no priority or need.");
        if (offer.Mechanisms.Count == 0)
            flags.Add("It does not say how people learn in it.");
        else if (offer.Mechanisms.DistinctBy(mechanism => mechanism.Group()).Count() is var groups and < 4)
            flags.Add($"Its design is not balanced: {groups} of the four groups of mechanisms.");
        if (offer is { Smallest: { } fewest, Largest: { } most } && fewest * 2 > most)
            flags.Add($"The smallest number, {fewest}, is close to the largest, {most}: the workshop may easily not run.");
        return flags;
    }

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
