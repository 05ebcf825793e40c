namespace Guildhall.Bench.Days;

/// <summary>The random numbers of the generated days (Steele, Lea, Flood 2014): the same everywhere, for ever.</summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public long Below(long limit) => (long)Math.BigMul(Next(), (ulong)limit, out _);
}
