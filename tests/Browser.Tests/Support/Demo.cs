using System.Collections.Concurrent;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Guildhall.Browser.Tests.Support.Demo))]

namespace Guildhall.Browser.Tests.Support;

/// <summary>
/// The invented trust, with its training day at a stage: one of those of DemoStage. Journeys that change nothing that others look at
/// share one; the others start their own.
/// </summary>
public sealed class Demo : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<RunningDemo>>> Shared = new(StringComparer.Ordinal);

    /// <summary>Data folders as they are after a first start, by their stage. Filling a database takes seconds, copying its file does not; one that is only shared is filled where it runs.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Filled = new(StringComparer.Ordinal);

    public static Task<RunningDemo> SharedAsync(string stage) =>
        Shared.GetOrAdd(stage, _ => new(() => Filled.ContainsKey(stage) ? StartAsync(stage) : RunAsync(stage, Directory.CreateTempSubdirectory("guildhall-demo-").FullName))).Value;

    public static async Task<RunningDemo> StartAsync(string stage)
    {
        var filled = await Filled.GetOrAdd(stage, _ => new(() => FillAsync(stage))).Value;
        var folder = Directory.CreateTempSubdirectory("guildhall-demo-").FullName;
        foreach (var file in Directory.EnumerateFiles(filled, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(filled, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return await RunAsync(stage, folder);
    }

    /// <summary>An installation in which there is nothing yet.</summary>
    public static async Task<RunningDemo> StartEmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-empty-").FullName;
        return new RunningDemo(await AppProcess.StartAsync(folder, Noon.Environment), folder);
    }

    private static async Task<RunningDemo> RunAsync(string stage, string folder) =>
        new(await AppProcess.StartAsync(folder, Noon.Environment, "--demo", stage, "--Guildhall:LookForGains", "00:00:02"), folder);

    private static async Task<string> FillAsync(string stage)
    {
        var folder = Directory.CreateTempSubdirectory("guildhall-filled-").FullName;
        await using var app = await AppProcess.StartAsync(folder, Noon.Environment, "--demo", stage);
        (await app.StopAsync(TimeSpan.FromMinutes(1))).ShouldBeTrue();
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.StopAsync();
        foreach (var demo in Shared.Values.Where(demo => demo.Value.IsCompletedSuccessfully))
            await (await demo.Value).DisposeAsync();
        foreach (var folder in Filled.Values.Where(folder => folder.Value.IsCompletedSuccessfully))
            Directory.Delete(await folder.Value, recursive: true);
        Noon.End();
    }
}

/// <summary>A demo that runs, on a data folder that goes with it.</summary>
public sealed partial class RunningDemo(AppProcess app, string folder) : IAsyncDisposable
{
    /// <summary>What the program wrote when it started.</summary>
    public string SetUpCode => app.SetUpCode;

    /// <summary>Opens a browser.</summary>
    /// <param name="device">What it runs on.</param>
    /// <param name="host">By which name it knows this machine, where a number will not do.</param>
    public Task<Visit> VisitAsync(Device device, string host = "127.0.0.1") => Visit.BeginAsync(new UriBuilder(app.Address) { Host = host }.Uri, device);

    /// <summary>The address that begins like this, from a mail that has gone out or soon will: without a mail server, mails are files.</summary>
    public async Task<string> LinkInMailAsync(string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var mails = new DirectoryInfo(Path.Combine(folder, "mail"));
            foreach (var mail in mails.Exists ? mails.GetFiles("*.eml") : [])
            {
                var text = Readable(await File.ReadAllTextAsync(mail.FullName, limit.Token));
                if (text.IndexOf(path, StringComparison.Ordinal) is var at and >= 0)
                    return text[at..].Split('\r', '\n', ' ')[0];
            }
            await Task.Delay(500, limit.Token);
        }
    }

    /// <summary>A mail's body: in base 64 if it has letters beyond ASCII, otherwise quoted and with long lines folded.</summary>
    private static string Readable(string mail)
    {
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return mail.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)))
            : Quoted().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), hex => ((char)Convert.ToByte(hex.Value[1..], 16)).ToString());
    }

    [GeneratedRegex("=[0-9A-F]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
