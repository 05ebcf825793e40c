using Guildhall.Planning.Allocation;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>An outcome as rows: places and letters.</summary>
internal sealed class OutcomeRows(Guid run, AllocationInput input, AllocationOutcome outcome)
{
    public IEnumerable<Place> Places()
    {
        var sessions = input.Sessions.ToDictionary(session => (session.Workshop, session.Slot), session => session.Id);
        var slots = input.Slots.ToDictionary(slot => slot.Label, slot => slot.Id, StringComparer.Ordinal);
        foreach (var place in outcome.Places)
        {
            var slot = slots[outcome.Problem.Slots[place.Slot]];
            yield return new Place
            {
                RunId = run,
                InviteeId = AllocationInput.Id(outcome.Problem.People[place.Person].Id),
                SlotId = slot,
                SessionId = place.Session is { } session ? sessions[(AllocationInput.Id(outcome.Problem.Sessions[session].Workshop), slot)] : null,
                Wish = place.Rank,
                IsFixed = place.IsFixed,
            };
        }
    }

    public IEnumerable<Letter> Letters(LetterWords words)
    {
        var explanation = AllocationExplanation.Of(outcome);
        foreach (var person in explanation.People)
        {
            yield return new Letter
            {
                RunId = run,
                InviteeId = AllocationInput.Id(outcome.Problem.People[person.Person].Id),
                Regret = outcome.Regrets[person.Person],
                Sentences = [.. person.Wishes.Select(wish => words.Explain(outcome, wish))],
            };
        }
    }
}
