using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>What reviews say of an offer in numbers, each from 0 to 100.</summary>
/// <param name="Reviews">How many are done.</param>
/// <param name="Mean">The mean of their scores; null without any.</param>
/// <param name="Spread">How far the highest is above the lowest; null with fewer than two.</param>
public sealed record OfferScore(int Reviews, int? Mean, int? Spread)
{
    /// <summary>Readers who differ by this much should talk to each other before anybody decides.</summary>
    public const int WideSpread = 40;

    public bool IsWide => Spread >= WideSpread;

    public string Words => Mean is null ? "Not read yet" : $"Score {Mean} of 100 from {Count.Of(Reviews, "reader", "readers")}{(Spread is null ? "" : $", {Spread} apart")}";

    public static OfferScore Of(IEnumerable<Review> reviews, IReadOnlyCollection<Criterion> criteria)
    {
        var done = reviews.Where(review => review.State == ReviewState.Done).ToList();
        var scores = done.Select(review => Of(review, criteria)).OfType<double>().ToList();
        return new OfferScore(
            done.Count,
            scores.Count == 0 ? null : (int)Math.Round(scores.Average()),
            scores.Count < 2 ? null : (int)Math.Round(scores.Max() - scores.Min()));
    }

    /// <summary>One review's weighted share of all points, in percent; null when it gave none.</summary>
    public static double? Of(Review review, IReadOnlyCollection<Criterion> criteria)
    {
        var weights = criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Weight);
        var given = review.Scores.Where(score => weights.ContainsKey(score.CriterionId)).ToList();
        var most = given.Sum(score => weights[score.CriterionId] * Criterion.MostPoints);
        return most == 0 ? null : 100.0 * given.Sum(score => weights[score.CriterionId] * score.Points) / most;
    }
}
