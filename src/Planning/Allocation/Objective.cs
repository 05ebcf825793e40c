namespace Guildhall.Planning.Allocation;

/// <summary>
/// What a good allocation is, in one place: what a place costs its owner, what their best day alone would cost, and the three
/// numbers that are made as small as possible, strictly one after the other.
/// </summary>
/// <param name="Empty">Slots in which somebody who wants a place has none, over all people.</param>
/// <param name="WorstRegret">The largest regret of anybody.</param>
/// <param name="WeightedSquares">The sum over people of (1 + carry) x regret^2.</param>
public readonly record struct Objective(int Empty, int WorstRegret, long WeightedSquares) : IComparable<Objective>
{
    /// <summary>Compares strictly in order: empty slots, then worst regret, then weighted squares.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>Negative when this is better (smaller), positive when worse, 0 when equal.</returns>
    public int CompareTo(Objective other) =>
        (Empty, WorstRegret, WeightedSquares).CompareTo((other.Empty, other.WorstRegret, other.WeightedSquares));

    /// <summary>Whether the left value is better.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(Objective left, Objective right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left value is worse.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(Objective left, Objective right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left value is better or the same.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(Objective left, Objective right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left value is worse or the same.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(Objective left, Objective right) => left.CompareTo(right) >= 0;

    /// <summary>What a place costs: a wish its rank from 0, any other workshop the length of the valid list.</summary>
    /// <param name="rank">The rank on the valid list from 0, negative when the workshop is not on it.</param>
    /// <param name="listLength">The length of the valid list.</param>
    /// <returns>The cost, 0 to <paramref name="listLength"/>.</returns>
    public static int CostOfPlace(int rank, int listLength) => rank < 0 ? listLength : rank;

    /// <summary>What a slot left empty costs: one more than an unlisted workshop, so that a place is always better than none.</summary>
    /// <param name="listLength">The length of the valid list.</param>
    /// <returns>The cost.</returns>
    public static int CostOfEmptySlot(int listLength) => listLength + 1;

    /// <summary>What a regret counts in the third objective.</summary>
    /// <param name="regret">The regret, 0 or more.</param>
    /// <param name="carry">The person's remembered disappointment, 0 to 9.</param>
    /// <returns>(1 + carry) x regret^2.</returns>
    public static long WeightedSquare(int regret, int carry) => (1L + carry) * regret * regret;
}
