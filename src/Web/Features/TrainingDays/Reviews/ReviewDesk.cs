using Guildhall.Planning.Reviewing;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Gives the offers of a day to its reviewers.</summary>
public sealed class ReviewDesk(AppDb db, Outbox outbox, PublicAddress address, AuditTrail audit, TimeProvider clock)
{
    /// <summary>
    /// Gives each offer the readers that it is short of; what has been given stays. Nobody reads their own offer, one of their school or one
    /// that they have put back, and the loads are as even as they can be. Adds to what is about to be saved.
    /// </summary>
    public async Task<HandedOut> HandOutAsync(TrainingDay day, CancellationToken cancellation)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.DayId == day.Id, cancellation);
        var reviewers = await db.DayReviewers.Where(reviewer => reviewer.DayId == day.Id)
            .Select(reviewer => new { reviewer.PersonId, reviewer.Most, reviewer.Person!.GivenName, reviewer.Person.Email, Name = reviewer.Person.GivenName + " " + reviewer.Person.FamilyName })
            .ToListAsync(cancellation);
        var offers = await db.Offers.Where(offer => offer.DayId == day.Id && offer.State == OfferState.Submitted).Select(offer => offer.Id).ToListAsync(cancellation);
        var known = reviewers.Select(reviewer => reviewer.PersonId).ToHashSet();
        var given = await db.Reviews.Where(review => review.Offer!.DayId == day.Id)
            .Select(review => new { review.OfferId, review.ReviewerId, review.State }).ToListAsync(cancellation);
        var excluded = (await TooCloseAsync(day, cancellation))
            .Concat(given.Where(review => review.State == ReviewState.Abstained).Select(review => (review.OfferId, review.ReviewerId)));
        // A reviewer who was taken off the list keeps what they have; the offer is not short of them.
        var settled = given.Where(review => review.State != ReviewState.Abstained).ToList();
        foreach (var former in settled.Where(review => !known.Contains(review.ReviewerId)).Select(review => review.ReviewerId).Distinct().ToList())
            reviewers.Add(new { PersonId = former, Most = (int?)0, GivenName = "", Email = (string?)null, Name = "" });
        var submitted = offers.ToHashSet();
        var problem = new ReviewProblem(
            [.. offers.Order().Select(Name)],
            [.. reviewers.OrderBy(reviewer => reviewer.PersonId).Select(reviewer => new Guildhall.Planning.Reviewing.Reviewer(Name(reviewer.PersonId), reviewer.Most))],
            call?.ReviewsEach ?? 2,
            excluded.Select(pair => (Name(pair.Item1), Name(pair.Item2))),
            settled.Where(review => submitted.Contains(review.OfferId)).Select(review => (Name(review.OfferId), Name(review.ReviewerId))));
        var outcome = ReviewPlanner.Plan(problem);
        var handed = Add(problem, outcome, clock.GetUtcNow().UtcDateTime);
        foreach (var reviewer in reviewers.Where(reviewer => reviewer.Email is not null && handed.ContainsKey(reviewer.PersonId)))
            outbox.Put(reviewer.Email!, reviewer.Name, $"Offers to read: {day.Name}", Text(day, reviewer.GivenName, handed[reviewer.PersonId]));
        var pairs = handed.Values.Sum();
        if (pairs > 0)
            audit.Record($"gave {Count.Of(offers.Count, "offer", "offers")} to {Count.Of(handed.Count, "reviewer", "reviewers")}", DayPage.SubjectOf(day), day.OrganisationId);
        return new HandedOut(pairs, handed.Count, outcome.Missing.Count(missing => missing > 0));
    }

    /// <summary>The pairs of an offer and a reviewer who presents it or works where one of its presenters does.</summary>
    private async Task<List<(Guid, Guid)>> TooCloseAsync(TrainingDay day, CancellationToken cancellation)
    {
        var presenters = db.OfferPresenters.Where(presenter => presenter.Offer!.DayId == day.Id && presenter.PersonId != null);
        var reviewers = db.DayReviewers.Where(reviewer => reviewer.DayId == day.Id);
        var own = await presenters.Join(reviewers, presenter => presenter.PersonId, reviewer => (Guid?)reviewer.PersonId, (presenter, reviewer) => new { presenter.OfferId, reviewer.PersonId })
            .ToListAsync(cancellation);
        var held = db.Posts.Where(post => post.EndedOn == null || post.EndedOn >= day.Date);
        var employers = await presenters.Join(held, presenter => presenter.PersonId, post => (Guid?)post.PersonId, (presenter, post) => new { presenter.OfferId, post.OrganisationId })
            .Join(held, presenter => presenter.OrganisationId, post => post.OrganisationId, (presenter, post) => new { presenter.OfferId, post.PersonId })
            .Where(pair => reviewers.Any(reviewer => reviewer.PersonId == pair.PersonId))
            .Distinct().ToListAsync(cancellation);
        return [.. own.Concat(employers).Select(pair => (pair.OfferId, pair.PersonId))];
    }

    private Dictionary<Guid, int> Add(ReviewProblem problem, ReviewOutcome outcome, DateTime now)
    {
        var handed = new Dictionary<Guid, int>();
        foreach (var (offer, readers) in outcome.Readers.Index())
        {
            foreach (var reviewer in readers.Where(reader => !problem.Settled.Contains((offer, reader))).Select(reader => Guid.Parse(problem.Reviewers[reader].Id)))
            {
                db.Reviews.Add(new Review { OfferId = Guid.Parse(problem.Offers[offer]), ReviewerId = reviewer, AssignedAt = now });
                handed[reviewer] = handed.GetValueOrDefault(reviewer) + 1;
            }
        }
        return handed;
    }

    private string Text(TrainingDay day, string name, int offers) =>
        $"""
        Hello {name},

        {Count.Of(offers, "offer waits", "offers wait")} for you to read, for {day.Name} on {day.Date.Words()}:
        {address.Of("/training-days/reviews/mine")}

        Should one come from somebody you are close to, put it back: somebody else reads it then.
        """;

    private static string Name(Guid id) => id.ToString();
}

/// <summary>What was given out.</summary>
/// <param name="Reviews">How many readings.</param>
/// <param name="Reviewers">To how many people.</param>
/// <param name="ShortOffers">How many offers still have fewer readers than they should.</param>
public sealed record HandedOut(int Reviews, int Reviewers, int ShortOffers)
{
    public string Words => (Reviews, ShortOffers) switch
    {
        (0, 0) => "Every offer has its readers.",
        (0, _) => $"{Count.Of(ShortOffers, "offer is", "offers are")} short of readers, and nobody may or can read {(ShortOffers == 1 ? "it" : "them")}: add reviewers from other schools.",
        (_, 0) => $"{Count.Of(Reviewers, "reviewer has", "reviewers have")} been given {Count.Of(Reviews, "offer", "offers")} to read.",
        _ => $"{Count.Of(Reviewers, "reviewer has", "reviewers have")} been given {Count.Of(Reviews, "offer", "offers")} to read; {Count.Of(ShortOffers, "offer is", "offers are")} still short of readers: add reviewers from other schools.",
    };
}
