using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>Random numbers from a seed (SplitMix64: Steele, Lea, Flood 2014).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>From 0 to 1, both left out.</summary>
    public double Share() => ((Next() >> 11) + 0.5) * (1.0 / (1ul << 53));

    private ulong Next() => TieBreak.Mix(_state += 0x9E3779B97F4A7C15);
}
