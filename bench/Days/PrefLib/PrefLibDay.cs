using System.Globalization;
using Guildhall.Planning.Allocation;

namespace Guildhall.Bench.Days.PrefLib;

/// <summary>Makes a day of three slots from real orders. The rule stands in bench/Days/README.md.</summary>
public static class PrefLibDay
{
    /// <summary>Slots of the day.</summary>
    public const int Slots = 3;

    /// <summary>Makes the day.</summary>
    /// <param name="file">The orders.</param>
    /// <param name="seed">Decides slots and sizes.</param>
    /// <param name="tightness">Seats of each slot in per cent of the people.</param>
    /// <param name="minimum">Every session's minimum.</param>
    public static AllocationProblemBuilder Make(PrefLibFile file, ulong seed, int tightness = 105, int minimum = 0)
    {
        var chance = new SplitMix64(seed);
        var points = Points(file);
        var inSlot = DealSlots(points, chance);
        var builder = new AllocationProblemBuilder();
        for (var slot = 0; slot < Slots; slot++)
        {
            var seats = DealSeats([.. inSlot[slot].Select(alternative => points[alternative])],
                Math.Max(inSlot[slot].Count, ((file.Voters.Count * tightness) + 99) / 100), chance);
            for (var i = 0; i < inSlot[slot].Count; i++)
            {
                builder.Add(new Session(Workshop(inSlot[slot][i]), Text(slot + 1), seats[i])
                {
                    Title = file.Alternatives[inSlot[slot][i]],
                    Minimum = minimum,
                });
            }
        }
        for (var voter = 0; voter < file.Voters.Count; voter++)
        {
            builder.Add(new Person(string.Create(CultureInfo.InvariantCulture, $"v{voter + 1:D3}"))
            {
                Wishes = [.. file.Voters[voter].Select(Workshop)],
            });
        }
        return builder;
    }

    /// <summary>How wanted each alternative is that anybody lists: the first of a list of L gives L points, the last 1 (Borda).</summary>
    private static SortedDictionary<int, int> Points(PrefLibFile file)
    {
        var points = new SortedDictionary<int, int>();
        foreach (var order in file.Voters)
        {
            for (var rank = 0; rank < order.Count; rank++)
                points[order[rank]] = points.GetValueOrDefault(order[rank]) + order.Count - rank;
        }
        return points;
    }

    /// <summary>The most wanted third runs twice, the others once; in random order each run goes to the slot with the fewest.</summary>
    private static List<int>[] DealSlots(SortedDictionary<int, int> points, SplitMix64 chance)
    {
        var byPoints = points.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToList();
        var inSlot = Enumerable.Range(0, Slots).Select(_ => new List<int>()).ToArray();
        foreach (var (alternative, runs) in byPoints
            .Select((alternative, place) => (Alternative: alternative, Runs: 3 * place < byPoints.Count ? 2 : 1, Key: chance.Next()))
            .OrderByDescending(entry => entry.Runs).ThenBy(entry => entry.Key).Select(entry => (entry.Alternative, entry.Runs)).ToList())
        {
            var tie = Enumerable.Range(0, Slots).Select(_ => chance.Next()).ToList();
            foreach (var slot in Enumerable.Range(0, Slots).OrderBy(s => inSlot[s].Count).ThenBy(s => tie[s]).Take(runs).ToList())
                inSlot[slot].Add(alternative);
        }
        return inSlot;
    }

    /// <summary>
    /// One seat each; then seat after seat to the session with the most demand a seat, where demand is its points times 0.5 to 1.5:
    /// rooms are given out before the wishes are known.
    /// </summary>
    private static int[] DealSeats(int[] points, int total, SplitMix64 chance)
    {
        var demand = points.Select(value => (long)value * (50 + chance.Below(101))).ToArray();
        var seats = new int[points.Length];
        Array.Fill(seats, 1);
        for (var left = total - points.Length; left > 0; left--)
        {
            var neediest = Enumerable.Range(0, points.Length).Aggregate((a, b) => demand[b] * seats[a] > demand[a] * seats[b] ? b : a);
            seats[neediest]++;
        }
        return seats;
    }

    private static string Workshop(int alternative) => string.Create(CultureInfo.InvariantCulture, $"a{alternative:D3}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
