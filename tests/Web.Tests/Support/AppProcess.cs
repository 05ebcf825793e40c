using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Guildhall.Web.Tests.Support;

/// <summary>The application as a process of its own, on a free port and a data folder that the test names.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private AppProcess(Process process, string dataFolder)
    {
        _process = process;
        DataFolder = dataFolder;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string DataFolder { get; }

    public Uri Address => _address.Task.Result;

    /// <summary>The code that an empty installation writes when it starts.</summary>
    public string SetUpCode
    {
        get
        {
            lock (_said)
                return _said.Select(line => Code().Match(line)).First(match => match.Success).Groups["code"].Value;
        }
    }

    public static Task<AppProcess> StartAsync(string dataFolder, params string[] arguments) =>
        StartAsync(dataFolder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public static async Task<AppProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[Path.Combine(Repository.Root, "artifacts/bin/Web/release/Guildhall.Web.dll"), "--urls", "http://127.0.0.1:0", "--data", dataFolder, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var app = new AppProcess(Process.Start(start)!, dataFolder);
        await Task.WhenAny(app._address.Task, app._process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(3)));
        return app._address.Task.IsCompletedSuccessfully
            ? app
            : throw new InvalidOperationException($"The application did not start:\n{string.Join('\n', app._said)}");
    }

    /// <summary>Ends it as a loss of power would: it can do nothing about it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop, as a machine does that is switched off in order.</summary>
    /// <returns>Whether it ended within this time.</returns>
    public async Task<bool> StopAsync(TimeSpan within)
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(within));
        return _process.HasExited;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (Ready().Match(line) is { Success: true } ready)
            _address.TrySetResult(new Uri(ready.Groups["address"].Value));
    }

    [GeneratedRegex("set-up code (?<code>[A-Z0-9-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"Guildhall is ready: (?<address>http\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ready();
}
