using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What people thought of an offer's workshop, for those who present it: also for speakers from outside, who have only their link.</summary>
[Needs<ReadFeedbackOnOffer>]
public sealed class FeedbackModel(AppDb db, FeedbackReader reader, TimeProvider clock) : OfferPage
{
    public FeedbackForm Form { get; private set; } = null!;

    public IReadOnlyList<(OfferSession Session, SessionResult Result)> Results { get; private set; } = [];

    /// <summary>How many sessions there were, with answers to show or without.</summary>
    public int Sessions { get; private set; }

    /// <summary>Why there is nothing to see, of one session or of all.</summary>
    public string Missing => Form.WhyNothing(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var sessions = await OfferSession.OfAsync(db, Offer, Day, cancellation);
        var shown = await reader.ShownAsync([.. sessions.Select(session => session.Id)], cancellation);
        Sessions = sessions.Count;
        Form = await reader.FormAsync(Day.Id, cancellation);
        Results = [.. sessions.Where(session => shown.ContainsKey(session.Id)).Select(session => (session, shown[session.Id]))];
    }
}
