using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What there is of a day's call, counted.</summary>
public sealed record OfferFigures
{
    public bool HasBrief { get; init; }

    public int Topics { get; init; }

    public int Criteria { get; init; }

    public int Drafts { get; init; }

    public int Submitted { get; init; }

    public int Decided { get; init; }

    public int Accepted { get; init; }

    /// <summary>Decisions that those who offered have been told.</summary>
    public int Sent { get; init; }

    /// <summary>Accepted offers whose presenters have said that they come.</summary>
    public int Confirmed { get; init; }

    public static async Task<OfferFigures> CountAsync(AppDb db, Guid day, CancellationToken cancellation)
    {
        var call = await db.Calls.Where(call => call.DayId == day)
            .Select(call => new { HasBrief = call.Brief != "", Topics = call.Topics.Count, Criteria = call.Criteria.Count })
            .SingleOrDefaultAsync(cancellation);
        var offers = await db.Offers.Where(offer => offer.DayId == day && offer.State != OfferState.Withdrawn)
            .GroupBy(offer => new { offer.State, offer.Decision, IsSent = offer.SentAt != null, IsConfirmed = offer.ConfirmedAt != null })
            .Select(group => new { group.Key.State, group.Key.Decision, group.Key.IsSent, group.Key.IsConfirmed, Number = group.Count() })
            .ToListAsync(cancellation);
        var submitted = offers.Where(group => group.State == OfferState.Submitted).ToList();
        var accepted = submitted.Where(group => group.Decision is OfferDecision.Accept or OfferDecision.AcceptWithChanges).ToList();
        return new OfferFigures
        {
            HasBrief = call?.HasBrief ?? false,
            Topics = call?.Topics ?? 0,
            Criteria = call?.Criteria ?? 0,
            Drafts = offers.Where(group => group.State == OfferState.Draft).Sum(group => group.Number),
            Submitted = submitted.Sum(group => group.Number),
            Decided = submitted.Where(group => group.Decision is not null).Sum(group => group.Number),
            Accepted = accepted.Sum(group => group.Number),
            Sent = submitted.Where(group => group.Decision is not null && group.IsSent).Sum(group => group.Number),
            Confirmed = accepted.Where(group => group.IsConfirmed).Sum(group => group.Number),
        };
    }
}
