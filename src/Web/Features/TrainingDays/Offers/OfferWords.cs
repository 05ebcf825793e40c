using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>How an offer's state and decision are called.</summary>
public static class OfferWords
{
    public static string Words(this OfferDecision decision) => decision switch
    {
        OfferDecision.Accept => "Accepted",
        OfferDecision.AcceptWithChanges => "Accepted with changes",
        OfferDecision.Substitute => "Reserve",
        OfferDecision.Decline => "Not taken up",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, message: null),
    };

    public static Kind Look(this OfferDecision decision) => decision switch
    {
        OfferDecision.Accept => Kind.Success,
        OfferDecision.AcceptWithChanges => Kind.Warning,
        OfferDecision.Substitute => Kind.Info,
        _ => Kind.Neutral,
    };

    public static string Words(this OfferState state) => state switch
    {
        OfferState.Draft => "Draft",
        OfferState.Submitted => "Handed in",
        OfferState.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    /// <summary>What its presenters read in a badge: the decision once it was sent, until then the state.</summary>
    public static (string Words, Kind Look) Badge(OfferState state, OfferDecision? told, bool isConfirmed) => (state, told) switch
    {
        (OfferState.Submitted, { } decision) => (isConfirmed ? "Accepted and confirmed" : decision.Words(), decision.Look()),
        (OfferState.Submitted, null) => (state.Words(), Kind.Info),
        (OfferState.Draft, _) => (state.Words(), Kind.Warning),
        _ => (state.Words(), Kind.Neutral),
    };

    /// <summary>What it means for its presenters, in a sentence or two.</summary>
    public static string Standing(Offer offer, TrainingDay day, DateTime now) => offer.State switch
    {
        OfferState.Withdrawn => offer.CanBeReopened(day, now) ? $"It was withdrawn. Until {day.OfferUntil!.Value.Words()} you can take it up again." : "It was withdrawn.",
        OfferState.Draft when day.IsOpenForOffers(now) =>
            $"Only its presenters see it. Hand it in by {day.OfferUntil!.Value.Words()}, {Left(day, now)}.",
        OfferState.Draft => "It was never handed in, and the call is closed. It stays here, and you can copy it for another day.",
        _ => offer.DecisionTold switch
        {
            null when offer.CanBeReopened(day, now) =>
                $"The organisers have it. To change something, take it back as a draft until {day.OfferUntil!.Value.Words()}, and hand it in again.",
            null => "The organisers have it. You hear from them here and by mail.",
            OfferDecision.Accept or OfferDecision.AcceptWithChanges when day.IsPublished => day.Stage == DayStage.Closed ? "It was part of the day." : "It is part of the day.",
            OfferDecision.Accept or OfferDecision.AcceptWithChanges when offer.ConfirmedAt is not null => "You have said that you come. Its slots and rooms follow.",
            OfferDecision.Accept => "It is accepted. Say whether you come, so that the programme can be made.",
            OfferDecision.AcceptWithChanges => "It is accepted if you change what the organisers ask for. Then say whether you come.",
            OfferDecision.Substitute => "It stands in if another workshop falls out. You hear from the organisers if so.",
            _ => "It is not in the programme this time.",
        },
    };

    private static string Left(TrainingDay day, DateTime now) => $"which is {day.OfferUntil!.Value.Until(now)}";
}
