using System.Collections.Concurrent;
using System.Globalization;

namespace Guildhall.Bench.Load;

/// <summary>How long requests took, as their senders saw it.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _byKind = new(StringComparer.Ordinal);

    public void Add(string kind, TimeSpan time) => _byKind.GetOrAdd(kind, _ => []).Add(time.TotalMilliseconds);

    public void Print()
    {
        Console.WriteLine("| request | number | median ms | p95 ms | p99 ms | longest ms |\n|---|---:|---:|---:|---:|---:|");
        foreach (var (kind, times) in _byKind.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Line(kind, times);
        Line("all", _byKind.Values.SelectMany(times => times));
    }

    private static void Line(string kind, IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        if (sorted.Length == 0)
            return;
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {kind} | {sorted.Length} | {At(0.5):0} | {At(0.95):0} | {At(0.99):0} | {sorted[^1]:0} |"));
    }
}
