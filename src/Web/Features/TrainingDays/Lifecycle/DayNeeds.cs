using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>Something that a day needs before its next step.</summary>
/// <param name="Words">What.</param>
/// <param name="IsMet">Whether it is there.</param>
/// <param name="Page">The page of the day where it is put right.</param>
/// <param name="Found">What there is now.</param>
public sealed record DayNeed(string Words, bool IsMet, string Page, string Found)
{
    /// <summary>Whether the step can be taken without it: a missing room harms nobody yet.</summary>
    public bool IsAdvice { get; init; }
}

/// <summary>What each step forward needs.</summary>
internal static class DayNeeds
{
    public static List<DayNeed> ForCall(OfferFigures offers) =>
    [
        new("A brief: what you ask for, and of whom", offers.HasBrief, "calls", offers.HasBrief ? "Written" : "Not written yet"),
        new("Wanted topics", offers.Topics > 0, "calls", Has(offers.Topics, "topic", "topics")) { IsAdvice = true },
        new("What offers are judged by", offers.Criteria > 0, "calls", Has(offers.Criteria, "criterion", "criteria")) { IsAdvice = true },
    ];

    public static List<DayNeed> ForProgramme(OfferFigures offers) =>
    [
        new("Every offer decided", offers.Decided == offers.Submitted, "reviews",
            $"{offers.Decided} of {Count.Of(offers.Submitted, "offer", "offers")}"),
        new("Decisions sent to those who offered", offers.Sent == offers.Decided, "reviews/send",
            $"{offers.Sent} of {Count.Of(offers.Decided, "decision", "decisions")}"),
        new("Accepted workshops confirmed by their presenters", offers.Confirmed == offers.Accepted, "offers",
            $"{offers.Confirmed} of {Count.Of(offers.Accepted, "workshop", "workshops")}") { IsAdvice = true },
    ];

    public static List<DayNeed> ForChoosing(TrainingDay day, DayFigures figures) =>
    [
        new("Slots: when workshops run side by side", figures.Slots > 0, "slots", Has(figures.Slots, "slot", "slots")),
        new("Rooms", figures.Rooms > 0, "rooms", Has(figures.Rooms, "room", "rooms")) { IsAdvice = true },
        new("Workshops", figures.Workshops > 0, "workshops", Has(figures.Workshops, "workshop", "workshops")),
        new("A session for every workshop", figures.Sessions > 0 && figures.WorkshopsWithoutSession.Count == 0, "workshops",
            figures.WorkshopsWithoutSession.Count == 0
                ? Has(figures.Sessions, "session", "sessions")
                : $"{Shown(figures.WorkshopsWithoutSession)} {(figures.WorkshopsWithoutSession.Count == 1 ? "has" : "have")} none"),
        new("People invited", figures.Invited > 0, "invite", figures.Invited == 0 ? "Nobody yet" : Count.People(figures.Invited)),
        new("A seat for everybody in every slot", figures is { Sessions: > 0, Invited: > 0, Shortages.Count: 0 }, "programme/board",
            figures.Shortages.Count > 0
                ? string.Join("; ", figures.Shortages.Select(pair => $"{pair.Slot}: {pair.Shortage.Words}"))
                : figures is { Sessions: > 0, Invited: > 0 } ? "Enough" : "Counted once there are sessions and people") { IsAdvice = true },
        new("As many wishes as there are slots, or more", day.WishesAllowed >= figures.Slots, "edit",
            $"People may rank {Count.Of(day.WishesAllowed, "workshop", "workshops")}"),
    ];

    private static string Has(int number, string one, string many) => number == 0 ? "None yet" : Count.Of(number, one, many);

    private static string Shown(IReadOnlyList<string> codes) =>
        codes.Count <= 5 ? Count.List(codes) : $"{string.Join(", ", codes.Take(4))} and {codes.Count - 4} more";
}
