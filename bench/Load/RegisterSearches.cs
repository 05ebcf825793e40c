using System.Diagnostics;
using System.IO.Compression;
using Guildhall.Tables;

namespace Guildhall.Bench.Load;

/// <summary>An administrator who looks schools up in the national register, one after the other.</summary>
internal static class RegisterSearches
{
    private const int EveryWhich = 100;

    public static async Task<int> RunAsync(string folder, string? postgres, CancellationToken cancellation)
    {
        using var node = await Node.StartAsync(folder, postgres, cancellation);
        using var visitor = new Visitor();
        await visitor.SignInAsync(node.Address, "Administrator", cancellation);
        var latencies = new Latencies();
        var missed = 0;
        foreach (var (kind, words, urn) in Searches())
        {
            var page = await TimedAsync(kind, $"/directory/register?find={Uri.EscapeDataString(words)}");
            await TimedAsync("(a page that reads only who asks)", "/accessibility");
            if (kind is "postcode" or "URN" && !page.Contains(urn, StringComparison.Ordinal))
                missed++;
        }
        latencies.Print();
        Console.WriteLine($"{missed} schools were not found by their postcode or number.");
        return missed == 0 ? 0 : 1;

        async Task<string> TimedAsync(string kind, string path)
        {
            var started = Stopwatch.GetTimestamp();
            var page = await visitor.GetAsync(node.Address, path, cancellation);
            latencies.Add(kind, Stopwatch.GetElapsedTime(started));
            return page;
        }
    }

    /// <summary>Schools evenly spread over the register, each looked for in the ways in which people look.</summary>
    private static IEnumerable<(string Kind, string Words, string Urn)> Searches()
    {
        using var content = new MemoryStream();
        using (var file = new GZipStream(File.OpenRead(Path.Combine(Node.Root(), "data", "schools", "england-schools.csv.gz")), CompressionMode.Decompress))
            file.CopyTo(content);
        using var rows = new CsvRows(new ArraySegment<byte>(content.GetBuffer(), 0, (int)content.Length));
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (columns.Count == 0)
            {
                foreach (var (index, name) in rows.Cells.Index())
                    columns[name] = index;
            }
            else if (rows.Number % EveryWhich == 0)
            {
                var (urn, name) = (rows.Cells[columns["urn"]], rows.Cells[columns["name"]]);
                yield return ("URN", urn, urn);
                yield return ("postcode", rows.Cells[columns["postcode"]], urn);
                yield return ("town", rows.Cells[columns["town"]], urn);
                yield return ("part of the name", name.Split(' ')[0], urn);
                yield return ("parts of name and town", $"{name.Split(' ')[0]} {rows.Cells[columns["town"]]}", urn);
            }
        }
    }
}
