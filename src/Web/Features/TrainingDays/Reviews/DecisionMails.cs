using System.Text;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Tells those who offered what was decided, why, and what reviewers wrote for them.</summary>
public sealed class DecisionMails(AppDb db, PublicAddress address)
{
    /// <summary>The mails of decisions that were not sent yet, by offer; one for each presenter who has agreed to present.</summary>
    public async Task<IReadOnlyList<DecisionMail>> WriteAsync(TrainingDay day, CancellationToken cancellation)
    {
        var offers = await db.Offers.AsNoTracking().Include(offer => offer.Presenters).ThenInclude(presenter => presenter.Person)
            .Where(offer => offer.DayId == day.Id && offer.State == OfferState.Submitted && offer.Decision != null && offer.SentAt == null)
            .OrderBy(offer => offer.Title).ThenBy(offer => offer.Id).ToListAsync(cancellation);
        var ids = offers.ConvertAll(offer => offer.Id);
        var comments = (await db.Reviews.Where(review => ids.Contains(review.OfferId) && review.State == ReviewState.Done && review.SharedComment != "")
            .OrderBy(review => review.Id).Select(review => new { review.OfferId, review.SharedComment }).ToListAsync(cancellation))
            .ToLookup(review => review.OfferId, review => review.SharedComment);
        return
        [
            .. offers.SelectMany(offer => offer.Presenters
                .Where(presenter => presenter.AcceptedAt is not null && (presenter.Person is { } person ? person.Email : presenter.Email) is { Length: > 0 })
                .Select(presenter => new DecisionMail(
                    offer.Id, offer.Decision!.Value, presenter.Person?.Email ?? presenter.Email, presenter.FullName,
                    $"{offer.Decision.Value.Words()}: {offer.Title}",
                    Text(day, offer, presenter.Person?.GivenName ?? presenter.Name, [.. comments[offer.Id]])))),
        ];
    }

    private string Text(TrainingDay day, Offer offer, string name, IReadOnlyList<string> comments)
    {
        var text = new StringBuilder();
        text.Append(UkTime.English, $"Hello {name},\n\nthank you for offering “{offer.Title}” for {day.Name} on {day.Date.Words()}.\n\n");
        text.Append(offer.Decision switch
        {
            OfferDecision.Accept => "We are glad to have it in the programme. Say whether you come, so that it gets its slots and rooms.",
            OfferDecision.AcceptWithChanges => "We would like to have it in the programme, with changes. Read below what we ask for, and say whether you come.",
            OfferDecision.Substitute => "The programme is full. We would like to keep it in reserve in case another workshop falls out, and write to you if so.",
            _ => "This time we have not taken it into the programme.",
        }).Append("\n\n");
        if (offer.Reason.Length > 0)
            text.Append(offer.Reason).Append("\n\n");
        if (comments.Count > 0)
            text.Append("What those who read it say:\n").AppendJoin("\n", comments.Select(comment => $"- {comment}")).Append("\n\n");
        text.Append(UkTime.English, $"Your offer:\n{address.Of(OfferPage.Address("show", offer.Id))}\n");
        return text.ToString();
    }
}

public sealed record DecisionMail(Guid OfferId, OfferDecision Decision, string To, string Name, string Subject, string Text);
