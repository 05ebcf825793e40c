namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>One of two people who would exchange their places, and the session in which they have one.</summary>
public sealed record SwapSide(Attendee Who, SeatedSession Session);

/// <summary>
/// What keeps two people from exchanging their places. As many sit in each session afterwards as before, so neither seats nor minimums
/// matter; all that is about the person does, and so does the school cap.
/// </summary>
public sealed class SwapRules(IReadOnlyDictionary<(Guid Session, Guid Organisation), int> fromSchool, int? cap, bool hasBegun)
{
    /// <summary>What keeps one from the other's place; null when nothing does.</summary>
    public Obstacle? Between(SwapSide mover, SwapSide leaver)
    {
        if (mover.Who.In(leaver.Session.SlotId) is { IsFixed: true })
            return Obstacle.Fixed;
        var colleagues = fromSchool.GetValueOrDefault((leaver.Session.Id, mover.Who.OrganisationId))
            - (mover.Who.OrganisationId == leaver.Who.OrganisationId ? 1 : 0);
        return PlaceRules.Between(mover.Who, leaver.Session with { Seats = int.MaxValue, FromSchool = colleagues }, cap, hasBegun);
    }

    /// <summary>Whether both can take the other's place.</summary>
    public bool Allow(SwapSide one, SwapSide other) => Between(one, other) is null && Between(other, one) is null;
}
