using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What a day's call asks for, against what was handed in.</summary>
/// <param name="Topics">The wanted topics, in their order.</param>
/// <param name="Untaken">Those for which there is no offer.</param>
/// <param name="Unserved">The wanted role groups for which no offer is made in particular.</param>
/// <param name="ForEverybody">How many offers are for everybody.</param>
/// <param name="HandedIn">How many offers there are.</param>
public sealed record OfferCoverage(
    IReadOnlyList<(Guid Id, string Name)> Topics, IReadOnlyList<string> Untaken, IReadOnlyList<RoleGroup> Unserved, int ForEverybody, int HandedIn)
{
    public static async Task<OfferCoverage> ReadAsync(AppDb db, Guid day, CancellationToken cancellation)
    {
        var call = await db.Calls.AsNoTracking().Include(call => call.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Id))
            .SingleOrDefaultAsync(call => call.DayId == day, cancellation);
        var offers = await db.Offers.Where(offer => offer.DayId == day && offer.State == OfferState.Submitted)
            .Select(offer => new { offer.TopicId, offer.Audience }).ToListAsync(cancellation);
        var taken = offers.Select(offer => offer.TopicId).ToHashSet();
        var served = offers.SelectMany(offer => offer.Audience).ToHashSet();
        var topics = (call?.Topics ?? []).Select(topic => (topic.Id, topic.Name)).ToList();
        IEnumerable<RoleGroup> wanted = call is { WantedFor.Count: > 0 } ? call.WantedFor : Enum.GetValues<RoleGroup>();
        return new OfferCoverage(
            topics,
            [.. topics.Where(topic => !taken.Contains(topic.Id)).Select(topic => topic.Name)],
            [.. wanted.Where(group => !served.Contains(group)).Order()],
            offers.Count(offer => offer.Audience.Count == 0),
            offers.Count);
    }
}
