using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>What is tried.</summary>
internal static partial class Scenarios
{
    public static async Task<int> ChoosersAsync(string folder, string? postgres, int people, int seconds, CancellationToken cancellation)
    {
        using var node = await Node.StartAsync(folder, postgres, cancellation);
        using var crowd = new Crowd(people, () => node.Address);
        await crowd.ChooseAsync(await DayAsync(node, cancellation), seconds, cancellation);
        crowd.Latencies.Print();
        var lost = await crowd.LostAsync(cancellation);
        node.Kill();
        return Verdict(crowd, lost, $"peak memory of the application {node.PeakMemory >> 20} MB");
    }

    /// <summary>
    /// Kills the process while people save and a run of the allocation is at work; whoever was refused tries again with the new process, as
    /// the page's script does.
    /// </summary>
    public static async Task<int> CrashAsync(string folder, string? postgres, int people, int seconds, CancellationToken cancellation)
    {
        var node = await Node.StartAsync(folder, postgres, cancellation);
        try
        {
            using var crowd = new Crowd(people, () => node.Address);
            using var organiser = new Organiser();
            var day = await DayAsync(node, cancellation);
            await organiser.SignInAsync(node.Address, cancellation);
            var choosing = crowd.ChooseAsync(day, seconds, cancellation);
            await Task.Delay(TimeSpan.FromSeconds(seconds / 2.0), cancellation);
            var run = await organiser.StartRunAsync(node.Address, day, cancellation);
            var wasOver = await organiser.WaitAsync(node.Address, run, untilItIsOver: false, cancellation);
            node.Kill();
            var acknowledged = crowd.Acknowledged;
            var next = await Node.StartAsync(folder, postgres, cancellation);
            node.Dispose();
            node = next;
            var back = Stopwatch.GetTimestamp();
            await organiser.WaitAsync(node.Address, run, untilItIsOver: true, cancellation);
            var finished = Stopwatch.GetElapsedTime(back);
            await choosing;
            crowd.Latencies.Print();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Killed when {acknowledged} lists had been acknowledged{(wasOver ? ", after" : " and in the middle of")} a run; the run was over {finished.TotalSeconds:0} s after the restart."));
            return Verdict(crowd, await crowd.LostAsync(cancellation), "killed once", errorsAreExpected: true) + (wasOver ? 1 : 0);
        }
        finally
        {
            node.Dispose();
        }
    }

    /// <summary>Every request goes to the other process than the one before; halfway one of the two dies.</summary>
    public static async Task<int> TwoNodesAsync(string folder, string postgres, int people, int seconds, CancellationToken cancellation)
    {
        using var first = await Node.StartAsync(folder, postgres, cancellation);
        using var second = await Node.StartAsync(folder, postgres, cancellation);
        var turn = 0;
        var isAlone = false;
        using var crowd = new Crowd(people, () => isAlone || Interlocked.Increment(ref turn) % 2 == 0 ? first.Address : second.Address);
        var choosing = crowd.ChooseAsync(await DayAsync(first, cancellation), seconds, cancellation);
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2.0), cancellation);
        isAlone = true;
        second.Kill();
        await choosing;
        crowd.Latencies.Print();
        return Verdict(crowd, await crowd.LostAsync(cancellation), "one of two processes killed", errorsAreExpected: true);
    }

    private static int Verdict(Crowd crowd, int lost, string also, bool errorsAreExpected = false)
    {
        Console.WriteLine($"{crowd.Finished} people chose, {crowd.Errors} requests failed, {lost} acknowledged lists are missing; {also}.");
        return lost == 0 && (errorsAreExpected || crowd.Errors == 0) ? 0 : 1;
    }

    /// <summary>The demo's day, as a teacher's home page links to it.</summary>
    private static async Task<string> DayAsync(Node node, CancellationToken cancellation)
    {
        using var visitor = new Visitor();
        var page = await visitor.SignInAsync(node.Address, "Teacher: chooses", cancellation);
        return DayLink().Match(page).Groups["it"].Value is { Length: > 0 } day
            ? day
            : throw new InvalidOperationException("The home page shows no day to choose for.");
    }

    [GeneratedRegex("/training-days/choose/(?<it>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayLink();
}
