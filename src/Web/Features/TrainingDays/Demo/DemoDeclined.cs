using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>An offer of the demo that does not become a workshop.</summary>
internal sealed record DemoDeclined(string Title, string Summary, OfferDecision Decision, string Reason)
{
    public static IReadOnlyList<DemoDeclined> All { get; } =
    [
        new("Learning styles: teach the way they learn",
            "A questionnaire for your pupils, and three versions of every task.",
            OfferDecision.Decline,
            "Research has looked for an effect of matching lessons to learning styles and has not found one. We would gladly see an offer from you on "
            + "showing the same idea in several ways."),
        new("Our new reading scheme: a tour",
            "An hour with the new books, and a special price for schools that decide by Christmas.",
            OfferDecision.Decline,
            "Workshops cannot sell something. Please talk to the trust's library group, who compare schemes in spring."),
        new("Escape rooms for every subject",
            "Locks, clues and a countdown: revise a whole unit in one lesson.",
            OfferDecision.Decline,
            "Reviewers liked the energy, but could not see what pupils remember afterwards. Two other offers on retrieval say more about that."),
        new("Spreadsheets for people who like them",
            "Pivot tables, look-ups and a dashboard that fills itself.",
            OfferDecision.Substitute,
            "We have one workshop on spreadsheets already. Should it fall out, or its places run short, we would like to come back to you."),
        new("Mindful Mondays",
            "Ten minutes at the start of the week, for pupils and for you.",
            OfferDecision.Decline,
            "There is room for one workshop on wellbeing this year, and staff asked for workload. Please offer it again."),
    ];
}
