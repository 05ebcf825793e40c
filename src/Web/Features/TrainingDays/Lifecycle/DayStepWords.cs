using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Lifecycle;

/// <summary>The steps that need no more than a yes: what each will do and to whom, before and afterwards.</summary>
internal static class DayStepWords
{
    /// <summary>What the button that leads to a step says.</summary>
    public static string Button(DayStep step) => step switch
    {
        DayStep.OpenCall => "Open the call",
        DayStep.ChangeOfferDeadline => "Change the deadline for offers",
        DayStep.CloseCall => "Close the call",
        DayStep.ReopenCall => "Open the call again",
        DayStep.BeginProgramme => "Begin the programme",
        DayStep.BackToReview => "Back to the review",
        DayStep.OpenChoosing => "Open choosing",
        DayStep.ChangeDeadline => "Change the deadline",
        DayStep.CloseChoosing => "Close choosing",
        DayStep.ReopenChoosing => "Open choosing again",
        DayStep.BackToProgramme => "Back to the programme",
        DayStep.BackToDraft => "Back to draft",
        DayStep.Publish => "Publish",
        DayStep.CloseDay => "Close the day",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    /// <summary>What the audit trail says.</summary>
    public static string Deed(DayStep step) => step switch
    {
        DayStep.CloseCall => "closed the call for workshops",
        DayStep.BeginProgramme => "began the programme",
        DayStep.BackToReview => "took the day back to the review",
        DayStep.CloseChoosing => "closed choosing",
        DayStep.BackToProgramme => "took the day back to the programme",
        DayStep.BackToDraft => "took the day back to draft",
        DayStep.BeginDay => "began the day",
        DayStep.CloseDay => "closed the day",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    /// <summary>What is said afterwards.</summary>
    public static string Done(DayStep step) => step switch
    {
        DayStep.CloseCall => "The call is closed. The offers can be read now.",
        DayStep.BeginProgramme => "The accepted workshops are in the programme. They need slots and rooms.",
        DayStep.BackToReview => "The offers can be decided on again.",
        DayStep.CloseChoosing => "Choosing is closed. Places can be given now.",
        DayStep.BackToProgramme => "The programme can be changed in peace. Only the organisers see it.",
        DayStep.BackToDraft => "The day is a draft again. Only the organisers see it.",
        DayStep.CloseDay => "The day is closed.",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, message: null),
    };

    /// <summary>The question; null for a step that has a page of its own.</summary>
    public static Confirmation? Confirmation(DayStep step, TrainingDay day, DayFigures figures, DateTime now) => step switch
    {
        DayStep.CloseCall => Of(step, day, now < day.OfferUntil ? "Close the call before its deadline?" : "Close the call?",
        [
            now < day.OfferUntil ? $"The deadline is {day.OfferUntil!.Value.Words()}. From now on nobody can hand in an offer or change one." : "The deadline has passed.",
            $"{Count.Of(figures.Offers.Submitted, "offer goes", "offers go")} to the reviewers.{(figures.Offers.Drafts == 0 ? "" : $" {Count.Of(figures.Offers.Drafts, "draft was", "drafts were")} never handed in.")}",
            "You can open the call again until the programme begins.",
        ]),
        DayStep.BeginProgramme => Of(step, day, "Begin the programme?",
        [
            $"{Count.Of(figures.Offers.Accepted, "accepted offer becomes a workshop", "accepted offers become workshops")} of the programme. Nobody else sees it yet.",
            "You can go back to the review until choosing opens.",
        ]),
        DayStep.BackToReview => Of(step, day, "Go back to the review?",
            ["The offers can be decided on again. The programme stays as it is; an offer that is accepted later joins it."]),
        DayStep.CloseChoosing => Of(step, day, day.IsOpenForChoices(now) ? "Close choosing before its deadline?" : "Close choosing?",
        [
            day.IsOpenForChoices(now) ? $"The deadline is {UkTime.Words(day.ChooseUntil!.Value)}. From now on nobody can choose or change a choice." : "The deadline has passed. Next, places are given.",
            Missing(figures) is var missing && missing == 0
                ? "Everybody has chosen."
                : $"{Count.People(missing)} {(missing == 1 ? "has" : "have")} not chosen: they are placed last, where there are seats.",
            "You can open choosing again until the day is published.",
        ]),
        DayStep.BackToProgramme => Of(step, day, "Take the day back to the programme?", Hidden(figures)),
        DayStep.BackToDraft when day.Stage == DayStage.Call => Of(step, day, "Take the day back to draft?",
            [$"Nobody can offer a workshop until you open the call again. {Kept(figures.Offers)}"]),
        DayStep.BackToDraft => Of(step, day, "Take the day back to draft?", Hidden(figures)),
        DayStep.CloseDay => Of(step, day, "Close the day?",
        [
            "Registers can no longer be changed by presenters.",
            $"Everybody who was there gets one email that asks for feedback, and has {FeedbackForm.DaysToAnswer} days to answer. You and the presenters see the results after that.",
            "How far people’s days fell short of their wishes is remembered for your next training day.",
            "This cannot be taken back.",
        ]),
        _ => null,
    };

    private static int Missing(DayFigures figures) => figures.Invited - figures.Chosen;

    private static string[] Hidden(DayFigures figures) =>
    [
        $"{Count.People(figures.Invited)} can then neither see the day nor choose, until you open choosing again.",
        figures.Chosen == 0 ? "Nobody has chosen yet." : $"What {Count.People(figures.Chosen)} chose is kept.",
    ];

    private static string Kept(OfferFigures offers) =>
        offers.Submitted + offers.Drafts == 0 ? "Nobody has offered anything yet." : $"{Count.Of(offers.Submitted + offers.Drafts, "offer is", "offers are")} kept.";

    private static Confirmation Of(DayStep step, TrainingDay day, string question, IReadOnlyList<string> whatHappens) =>
        new(question, whatHappens, Button(step), DayPage.Address("day", day.Id));
}
