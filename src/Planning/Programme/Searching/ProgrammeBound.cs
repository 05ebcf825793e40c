using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>What no programme can better, as bounds of the three objectives: see <see cref="EmptyFloor"/> and <see cref="JointBound"/>.</summary>
internal sealed class ProgrammeBound(Facts facts, Objective value, Func<bool> isOver)
{
    private const double EmptyPrice = 1000;
    private const int RoundsToRefute = 80;
    private const int RoundsForSquares = 400;

    public Objective Find()
    {
        var empty = Math.Min(value.Empty, EmptyFloor.Of(facts));
        if (empty < value.Empty)
            return new Objective(empty, 0, 0);
        var regret = 0;
        while (regret < value.WorstRegret && IsRefuted(regret))
            regret++;
        return new Objective(empty, regret, Squares());
    }

    /// <summary>No allocation within the limit has more squares than if everybody had that regret; a floor above says that there is none.</summary>
    private bool IsRefuted(int limit)
    {
        var most = facts.Weight.Sum(weight => (double)weight * limit * limit);
        var bound = new JointBound(facts, value.Empty, Scale.Within(facts, limit, EmptyPrice), isOver);
        bound.Run(RoundsToRefute, most + 1);
        return bound.Whole > most;
    }

    private long Squares()
    {
        var bound = new JointBound(facts, value.Empty, Scale.Within(facts, value.WorstRegret, EmptyPrice), isOver);
        bound.Run(RoundsForSquares, value.WeightedSquares);
        return Math.Min(bound.Whole, value.WeightedSquares);
    }
}
