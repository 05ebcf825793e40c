using System.Globalization;
using Guildhall.Bench.Load;

// How the application bears a trust that chooses within a minute. Loopback only, bounded in time and number.
//   choosers  850 people open, choose and save within a minute
//   crash     the same, beside a run of the allocation; the process is killed in the middle and started again: nothing acknowledged
//             may be missing, and the run finishes
//   two-nodes two processes on one PostgreSQL, no sticky sessions; one dies in the middle
//   journey   the pages of a day from the call to the report, with 5,100 people, 360 workshops and 450 sessions (SQLite)
//   register  an administrator looks up a thousand schools in the national register
// Options: --stage STAGE (journey) --people 850 --seconds 60 --postgres postgres://...
var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["--people"] = "850", ["--seconds"] = "60" };
for (var i = 1; i + 1 < args.Length; i += 2)
    options[args[i]] = args[i + 1];
var people = int.Parse(options["--people"], CultureInfo.InvariantCulture);
var seconds = int.Parse(options["--seconds"], CultureInfo.InvariantCulture);
var postgres = options.GetValueOrDefault("--postgres");
using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds + 540));
var folder = Directory.CreateTempSubdirectory("guildhall-load-").FullName;
try
{
    return args.FirstOrDefault() switch
    {
        "choosers" => await Scenarios.ChoosersAsync(folder, postgres, people, seconds, stop.Token),
        "crash" => await Scenarios.CrashAsync(folder, postgres, people, seconds, stop.Token),
        "two-nodes" when postgres is not null => await Scenarios.TwoNodesAsync(folder, postgres, people, seconds, stop.Token),
        "register" => await RegisterSearches.RunAsync(folder, postgres, stop.Token),
        "journey" => await JourneyPages.RunAsync(folder, options.GetValueOrDefault("--stage"), stop.Token),
        _ => Usage(),
    };
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static int Usage()
{
    Console.Error.WriteLine("choosers, crash, journey, register or two-nodes [--stage STAGE] [--people 850] [--seconds 60] [--postgres postgres://... (two-nodes needs it)]");
    return 2;
}
