using System.Text;

namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// Tiny numbers by person and session, drawn from the seed and the names alone: they choose among equally good allocations and
/// keep linear programs from having many best vertices. All together they weigh less than half of the smallest difference that counts.
/// </summary>
internal sealed class TieBreak
{
    /// <summary>All tie-breaks of a day together are less than this.</summary>
    public const double MostTogether = 0.45;

    /// <summary>
    /// What a recount in fixed fractions may lose: a fraction of 1 / 2^26 for each place of each person, up to 600,000 places.
    /// </summary>
    public const double MostRounding = 0.01;

    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong[] _person;
    private readonly ulong[] _session;
    private readonly double _unit;

    public TieBreak(AllocationProblem problem, ulong seed)
    {
        var start = Mix(seed + Golden);
        _person = [.. problem.People.Select(person => HashOf(start, person.Id))];
        _session = [.. problem.Sessions.Select(session => Mix(HashOf(~start, session.Workshop) ^ HashOf(start, session.Slot)))];
        Largest = MostTogether / Math.Max(1, problem.People.Count * problem.Slots.Count);
        _unit = Largest / (1ul << 53);
    }

    /// <summary>The least whole value that a bound with tie-breaks in it leaves possible.</summary>
    public static long WholeFloor(double bound) => (long)Math.Ceiling(bound - MostTogether - MostRounding);

    /// <summary>No single number is larger.</summary>
    public double Largest { get; }

    /// <summary>The number of a person in a session, from 0 to <see cref="Largest"/>.</summary>
    public double Of(int person, int session) => (Mix(_person[person] ^ _session[session]) >> 11) * _unit;

    /// <summary>A number from 0 to 1 for one person, to put people into an order that has nothing to do with their rows.</summary>
    public double OrderOf(int person) => (Mix(_person[person]) >> 11) * (1.0 / (1ul << 53));

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>FNV-1a over the name's UTF-8 bytes, mixed: the same on every machine and in every run.</summary>
    private static ulong HashOf(ulong start, string name)
    {
        var hash = start ^ 0xCBF29CE484222325;
        foreach (var value in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ value) * 0x100000001B3;
        return Mix(hash);
    }
}
