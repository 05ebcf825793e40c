namespace Guildhall.Planning.Programme.Searching;

/// <summary>What regrets and empty slots count while the search looks for good programmes.</summary>
internal sealed class Scale
{
    private readonly double[] _of;

    /// <param name="facts">The problem.</param>
    /// <param name="limit">A regret that is not to be exceeded: what is above counts very much more.</param>
    /// <param name="emptyPrice">What an empty slot counts beside its regret.</param>
    public Scale(Facts facts, int limit = int.MaxValue, double emptyPrice = 1000)
    {
        EmptyPrice = emptyPrice;
        _of = new double[facts.MostRegret + 1];
        for (var regret = 0; regret < _of.Length; regret++)
            _of[regret] = ((double)regret * regret) + (regret > limit ? 20.0 * (regret - limit) : 0);
    }

    private Scale(double[] of, double emptyPrice) => (_of, EmptyPrice) = (of, emptyPrice);

    /// <summary>Squares as they count in the objective, a regret above a limit more than any allocation within it.</summary>
    public static Scale Within(Facts facts, int limit, double emptyPrice) => new(
        [.. Enumerable.Range(0, facts.MostRegret + 1).Select(regret => regret > limit ? MoreThanAll : (double)regret * regret)], emptyPrice);

    /// <summary>Each regret as it is; an empty slot by its regret alone.</summary>
    public static Scale Linear(Facts facts) => new([.. Enumerable.Range(0, facts.MostRegret + 1).Select(regret => (double)regret)], emptyPrice: 0);

    /// <summary>No weighted squares come near this.</summary>
    public const double MoreThanAll = 1e9;

    public double EmptyPrice { get; }

    public double Of(int regret) => _of[regret];
}
