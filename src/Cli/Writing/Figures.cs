using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Writing;

/// <summary>An outcome counted, for the report and the summary.</summary>
internal sealed class Figures
{
    public Figures(AllocationOutcome outcome)
    {
        var (worst, lastRank) = (0, 0);
        foreach (var regret in outcome.Regrets)
            worst = Math.Max(worst, regret);
        foreach (var place in outcome.Places)
            lastRank = Math.Max(lastRank, place.Rank ?? 0);
        PeopleByRegret = new int[worst + 1];
        PlacesByRank = new int[lastRank + 1];
        foreach (var regret in outcome.Regrets)
            PeopleByRegret[regret]++;

        var lastWithEmptySlot = -1;
        PeopleWithEverySlot = outcome.Problem.People.Count;
        foreach (var place in outcome.Places)
        {
            if (place.Rank is { } rank)
                PlacesByRank[rank]++;
            else if (place.Session is not null)
                UnlistedPlaces++;
            // Places stand by person, so somebody's empty slots come one after another.
            else if (place.Person != lastWithEmptySlot)
                (lastWithEmptySlot, PeopleWithEverySlot) = (place.Person, PeopleWithEverySlot - 1);
        }
    }

    /// <summary>How many people have each regret, from 0 to the worst.</summary>
    public int[] PeopleByRegret { get; }

    /// <summary>How many places fulfil the wish of each rank; nothing stands at 0.</summary>
    public int[] PlacesByRank { get; }

    public int UnlistedPlaces { get; }

    public int AllWishes => PeopleByRegret[0];

    public int PeopleWithEverySlot { get; }
}
