using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Guildhall.Bench.Load;

/// <summary>The application as a process of its own, on a free port of the loopback.</summary>
internal sealed class Node : IDisposable
{
    private readonly Process _process;

    private Node(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public long PeakMemory { get; private set; }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<Node> StartAsync(string folder, string? postgres, CancellationToken cancellation, string stage = "collecting")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var root = Root();
        var program = Path.Combine(root, "artifacts", "bin", "Web", "release", "Guildhall.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString(), "--data", folder, "--demo", stage])
        {
            WorkingDirectory = Path.Combine(root, "src", "Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        if (postgres is not null)
            start.Environment["Guildhall__Database"] = postgres;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Echo(line.Data);
        process.ErrorDataReceived += (_, line) => Echo(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (process.HasExited)
                throw new InvalidOperationException("The application ended before it was ready.");
            try
            {
                if ((await client.GetAsync("/health/ready", cancellation)).IsSuccessStatusCode)
                    return new Node(process, address);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }

    /// <summary>Ends it as a power cut would: no signal handler runs.</summary>
    public void Kill()
    {
        _process.Refresh();
        PeakMemory = _process.PeakWorkingSet64;
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private static void Echo(string? line)
    {
        if (line is not null && (line.StartsWith("fail", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)))
            Console.Error.WriteLine($"    application: {line}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Guildhall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This must lie within the repository.");
        return folder;
    }

    /// <summary>The addresses of the demo's people, as the demo makes them from examples/day/people.csv.</summary>
    public static IReadOnlyList<string> Addresses(int count)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var addresses = new List<string>();
        foreach (var row in File.ReadLines(Path.Combine(Root(), "examples", "day", "people.csv")).Skip(1).Take(count))
        {
            var plain = string.Concat(row.Split(',')[1].ToLowerInvariant().Select(letter => char.IsAsciiLetter(letter) ? letter : '.'));
            var number = 1;
            while (!taken.Add($"{plain}{(number == 1 ? "" : number)}"))
                number++;
            addresses.Add($"{plain}{(number == 1 ? "" : number)}@two-rivers.example");
        }
        return addresses;
    }
}
