namespace Guildhall.Planning.Reviewing;

/// <summary>Somebody who reads offers.</summary>
/// <param name="Id">A name that no other reviewer has.</param>
/// <param name="Most">The most offers they will read; <see langword="null"/> = any number.</param>
public sealed record Reviewer(string Id, int? Most = null);

/// <summary>Who may read what, and what is settled already.</summary>
public sealed class ReviewProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="offers">The offers, by names that are all different.</param>
    /// <param name="reviewers">The reviewers.</param>
    /// <param name="readersEach">How many people are to read each offer, 1 or more.</param>
    /// <param name="excluded">Pairs that must not be: an offer of one's own, of one's school, a declared conflict. Others are ignored.</param>
    /// <param name="settled">Pairs that stay whatever happens, such as reviews already written. They may break any rule.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="readersEach"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">A name comes twice, or a settled pair names somebody unknown.</exception>
    public ReviewProblem(
        IReadOnlyList<string> offers,
        IReadOnlyList<Reviewer> reviewers,
        int readersEach,
        IEnumerable<(string Offer, string Reviewer)> excluded,
        IEnumerable<(string Offer, string Reviewer)> settled)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readersEach, 1);
        (Offers, Reviewers, ReadersEach) = (offers, reviewers, readersEach);
        var offerIndex = Index(offers, nameof(offers));
        var reviewerIndex = Index([.. reviewers.Select(reviewer => reviewer.Id)], nameof(reviewers));
        foreach (var (offer, reviewer) in excluded)
        {
            if (offerIndex.TryGetValue(offer, out var row) && reviewerIndex.TryGetValue(reviewer, out var column))
                _excluded.Add((row, column));
        }
        foreach (var (offer, reviewer) in settled)
        {
            _settled.Add(offerIndex.TryGetValue(offer, out var row) && reviewerIndex.TryGetValue(reviewer, out var column)
                ? (row, column)
                : throw new ArgumentException($"The settled pair {offer}, {reviewer} names what is not there.", nameof(settled)));
        }
    }

    private readonly HashSet<(int Offer, int Reviewer)> _excluded = [];
    private readonly HashSet<(int Offer, int Reviewer)> _settled = [];

    /// <summary>The offers' names.</summary>
    public IReadOnlyList<string> Offers { get; }

    /// <summary>Who reads.</summary>
    public IReadOnlyList<Reviewer> Reviewers { get; }

    /// <summary>How many people are to read each offer.</summary>
    public int ReadersEach { get; }

    /// <summary>Pairs of indexes that stay as they are.</summary>
    public IReadOnlySet<(int Offer, int Reviewer)> Settled => _settled;

    /// <summary>Whether a reviewer may be given an offer.</summary>
    public bool Allows(int offer, int reviewer) => !_excluded.Contains((offer, reviewer));

    private static Dictionary<string, int> Index(IReadOnlyList<string> names, string argument)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, name) in names.Index())
        {
            if (!index.TryAdd(name, place))
                throw new ArgumentException($"{name} comes twice.", argument);
        }
        return index;
    }
}
