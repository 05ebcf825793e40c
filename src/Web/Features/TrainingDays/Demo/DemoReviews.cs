using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>The reading of the demo's offers: handed out by the planner of a real day, and partly done.</summary>
public sealed class DemoReviews(AppDb db, DayLifecycle lifecycle, TimeProvider clock)
{
    private const int Seed = 41;

    private static readonly string[] Comments =
    [
        "I would come to this. Say in the first line what people take home.",
        "Strong on practice. Could you leave more time to plan at the end?",
        "Clear and honest about what did not work, which I liked.",
        "A good fit for support staff too: please say so in the title.",
        "Much in it for 75 minutes. One part done well would be enough.",
        "",
    ];

    /// <summary>Closes the call; every reviewer but the head, who is to be tried by a visitor, has read most of what they got.</summary>
    internal async Task AddAsync(TrainingDay day, DemoPeople demo)
    {
        var readers = demo.Rows.Where(row => row.Group == "leader").DistinctBy(row => row.School).Select(row => demo.People[row.Id])
            .Append(demo.Cast.Head).Append(demo.Cast.SchoolLead).Distinct().ToList();
        db.DayReviewers.AddRange(readers.Select(person => new DayReviewer { DayId = day.Id, PersonId = person.Id }));
        await db.SaveChangesAsync();
        await lifecycle.TakeAsync(day, DayStep.CloseCall, deed: null, CancellationToken.None);

        var criteria = await db.Calls.Where(call => call.DayId == day.Id).SelectMany(call => call.Criteria).ToListAsync();
        var chance = new Random(Seed);
        foreach (var review in await db.Reviews.Include(review => review.Offer).Where(review => review.Offer!.DayId == day.Id).OrderBy(review => review.Offer!.Title).ThenBy(review => review.ReviewerId).ToListAsync())
        {
            if (review.ReviewerId == demo.Cast.Head.Id || chance.Next(5) == 0)
                continue;
            // Reviewers differ, and what says nothing of evidence gets fewer points from all of them.
            var mostly = review.Offer!.Evidence.Length == 0 ? 1 : 3;
            review.State = ReviewState.Done;
            review.DoneAt = clock.GetUtcNow().UtcDateTime.AddHours(-chance.Next(1, 40));
            review.SharedComment = Comments[chance.Next(Comments.Length)];
            review.PrivateComment = mostly == 1 ? "I do not see what pupils would gain." : "";
            db.ReviewScores.AddRange(criteria.Select(criterion => new ReviewScore
            {
                ReviewId = review.Id,
                CriterionId = criterion.Id,
                Points = Math.Clamp(mostly + chance.Next(-1, 2), 0, Criterion.MostPoints),
            }));
        }
        await db.SaveChangesAsync();
    }
}
