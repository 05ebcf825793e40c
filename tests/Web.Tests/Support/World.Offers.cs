using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Tests.Support;

public sealed partial class World
{
    /// <summary>A day for which workshops can be offered for two weeks, and what it asks for: two topics.</summary>
    public async Task<(TrainingDay Day, WorkshopCall Call)> Call(Organisation? organisation = null, int? mostEach = null, params RoleGroup[] wantedFor)
    {
        var day = await Day(organisation, DayStage.Call);
        var call = new WorkshopCall { DayId = day.Id, Brief = $"Brief {Code()}", MostOffersEach = mostEach, WantedFor = [.. wantedFor] };
        for (var number = 1; number <= 2; number++)
            call.Topics.Add(new CallTopic { CallId = call.Id, Name = $"Topic {Code()}", Position = number });
        return (day, await Add(call));
    }

    /// <summary>An offer that lacks nothing.</summary>
    public Task<Offer> Offer(
        TrainingDay day, Person lead, OfferState state = OfferState.Draft, CallTopic? topic = null, OfferDecision? decision = null, bool isSent = false,
        RoleGroup[]? audience = null)
    {
        var offer = new Offer
        {
            DayId = day.Id,
            Title = $"Offer {Code()}",
            Summary = $"Summary {Code()}",
            Outcome = $"Outcome {Code()}",
            Priority = "Attendance",
            TopicId = topic?.Id,
            Audience = [.. audience ?? []],
            State = state,
            CreatedAt = app.Clock.Now,
            SubmittedAt = state == OfferState.Draft ? null : app.Clock.Now,
            Decision = decision,
            Reason = decision is null ? "" : $"Reason {Code()}",
            SentAt = isSent ? app.Clock.Now : null,
        };
        offer.Presenters.Add(new OfferPresenter { OfferId = offer.Id, PersonId = lead.Id, IsLead = true, AcceptedAt = app.Clock.Now });
        return Add(offer);
    }

    /// <summary>Somebody who presents with the lead, or is asked to.</summary>
    public Task<OfferPresenter> Presenter(Offer offer, Person person, bool hasAccepted = true) =>
        Add(new OfferPresenter { OfferId = offer.Id, PersonId = person.Id, AcceptedAt = hasAccepted ? app.Clock.Now : null });
}
