using System.CommandLine;
using Guildhall.Bench.Days;
using Guildhall.Bench.Days.Example;

namespace Guildhall.Bench.Compare;

/// <summary><c>example FOLDER</c>: makes the day of <c>examples/day</c> again.</summary>
internal static class WriteExampleCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write sessions.csv, people.csv and fixed.csv." };
        var seed = new Option<ulong>("--seed") { Description = "The seed.", DefaultValueFactory = _ => ExampleDay.Seed };
        var command = new Command("example", "Writes the example day of an invented trust.") { folder, seed };
        command.SetAction(result => DayFiles.Write(ExampleDay.Make(result.GetValue(seed)).Build(), result.GetValue(folder)!));
        return command;
    }
}
