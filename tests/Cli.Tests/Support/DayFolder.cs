using System.Text;

namespace Guildhall.Cli.Tests.Support;

/// <summary>A folder of its own for one test, with the files of a day in it, and the command run on them.</summary>
internal sealed class DayFolder : IDisposable
{
    public const string Sessions = """
        workshop,title,slot,room,seats,minimum,for
        Phonics,Phonics for beginners,1,Hall,2,,
        Drama,Drama games,1,Studio,2,,
        Phonics,Phonics for beginners,2,Hall,2,,
        Maths,Maths talk,2,Lab,2,,teachers

        """;

    public const string People = """
        person,name,school,group,away,presents,carry,choice_1,choice_2
        ann,Ann,Hill,teachers,,,,Phonics,Maths
        bob,Bob,Lake,teachers,2,,1,Drama,Phonics
        cat,Cat,Hill,assistants,,Drama,,Phonics,

        """;

    public const string FixedPlaces = """
        person,workshop,slot,reason
        ann,Phonics,1,pilot

        """;

    public DayFolder()
    {
        Path = Directory.CreateTempSubdirectory("guildhall-test-").FullName;
        Write("sessions.csv", Sessions);
        Write("people.csv", People);
    }

    public string Path { get; }

    public string[] Files => [.. Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public bool HasOutput => Files.Any(file => file is not ("sessions.csv" or "people.csv" or "fixed.csv"));

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text) => File.WriteAllText(this[file], text, new UTF8Encoding(false));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(this[file], bytes);

    public string Read(string file) => File.ReadAllText(this[file], new UTF8Encoding(false, throwOnInvalidBytes: true));

    /// <summary>The usual arguments, then others; the files are named by their full paths.</summary>
    public string[] Arguments(params string[] further) =>
    [
        "allocate", "--sessions", this["sessions.csv"], "--people", this["people.csv"],
        "--out", this["places.csv"], "--report", this["report.json"], .. further,
    ];

    public Result Allocate(params string[] further) => Result.Of(this, CancellationToken.None, Arguments(further));

    public Result AllocateWithFixed(params string[] further) => Allocate(["--fixed", this["fixed.csv"], .. further]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
