using System.Diagnostics;
using System.Globalization;

namespace Guildhall.Bench.Load;

/// <summary>Opens the pages of a day from the call to the report, where 5,100 people choose among 360 workshops in 450 sessions.</summary>
internal static class JourneyPages
{
    private const int Times = 6;
    private const int Looks = 12;
    private const string Lead = "Trust PD lead";
    private const string Teacher = "Teacher: chooses";

    private static readonly (string Stage, string Who, string Path)[] Pages =
    [
        ("call", Lead, "day/{day}"),
        ("call", Lead, "offers/{day}"),
        ("call", Lead, "offers/{day}?find=talk"),
        ("review", Lead, "reviews/{day}"),
        ("review", "Head of a school", "reviews/mine"),
        ("collecting", Teacher, "choose/{day}"),
        ("collecting", Lead, "who-has-not-chosen/{day}"),
        ("collecting", Lead, "workshops/{day}"),
        ("collecting", Lead, "invite/{day}"),
        ("collecting", Lead, "programme/board/{day}"),
        ("collecting", "School PD lead", "choose/suggestions/{day}"),
        ("published", Lead, "day/{day}"),
        ("published", Lead, "lists/by-session/{day}"),
        ("published", Lead, "lists/by-school/{day}"),
        ("published", Teacher, "my-day/{day}"),
        ("published", Teacher, "changes/slot/{day}/{slot}"),
        ("today", Lead, "attendance/{day}"),
        ("today", Lead, "attendance/people/{day}"),
        ("today", Lead, "attendance/register/{session}"),
        ("today", Lead, "attendance/code/{session}"),
        ("closed", Lead, "report/{day}"),
        ("closed", "Head of a school", "report/{day}"),
        ("closed", Lead, "report/carried/{day}"),
        ("closed", Lead, "feedback/{day}"),
        ("closed", Lead, "feedback/results/{session}"),
        ("closed", Lead, "certificates/{day}"),
        ("closed", Teacher, "my-day/{day}"),
    ];

    /// <param name="folder">Where data can be kept.</param>
    /// <param name="stage">The demo's stage that alone is looked at; null for all.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<int> RunAsync(string folder, string? stage, CancellationToken cancellation)
    {
        Console.WriteLine("| stage | page | first ms | median ms | longest ms | mean processor ms | KB compressed |\n|---|---|---:|---:|---:|---:|---:|");
        var isSmall = true;
        foreach (var pages in Pages.Where(page => stage is null || page.Stage == stage).GroupBy(page => page.Stage, StringComparer.Ordinal))
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, pages.Key)).FullName;
            using (var first = await Node.StartAsync(data, null, cancellation, pages.Key))
                first.Kill();
            await BigDay.GrowAsync(data, Times, cancellation);
            var keys = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["{day}"] = await KeyAsync("SELECT Id FROM TrainingDays"),
                ["{slot}"] = await KeyAsync("SELECT Id FROM Slots ORDER BY StartMinute"),
                ["{session}"] = await KeyAsync("SELECT Id FROM Sessions ORDER BY Seats DESC, Id"),
            };
            using var node = await Node.StartAsync(data, null, cancellation, pages.Key);
            foreach (var page in pages)
                isSmall &= await LookAsync(node, page.Who, pages.Key, keys.Aggregate(page.Path, (path, key) => path.Replace(key.Key, key.Value, StringComparison.Ordinal)), page.Path, cancellation);
            node.Kill();

            async Task<string> KeyAsync(string question) => (await BigDay.AskAsync(data, question, cancellation))?.ToString()?.ToLowerInvariant() ?? "";
        }
        return isSmall ? 0 : 1;
    }

    private static async Task<bool> LookAsync(Node node, string who, string stage, string path, string name, CancellationToken cancellation)
    {
        using var visitor = new Visitor();
        await visitor.SignInAsync(node.Address, who, cancellation);
        var times = new List<double>();
        var used = TimeSpan.Zero;
        for (var look = 0; look <= Looks; look++)
        {
            if (look == 1)
                used = node.Processor;
            var started = Stopwatch.GetTimestamp();
            await visitor.GetAsync(node.Address, $"/training-days/{path}", cancellation);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        used = node.Processor - used;
        var size = await visitor.SizeAsync(node.Address, $"/training-days/{path}", cancellation) / 1024.0;
        var later = times.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage} | {name} ({who}) | {times[0]:0} | {later[later.Count / 2]:0} | {later[^1]:0} | {used.TotalMilliseconds / Looks:0} | {size:0.0} |"));
        return size < 100;
    }
}
