using System.CommandLine;
using Guildhall.Bench.Days;

namespace Guildhall.Bench.Compare;

/// <summary><c>write-day DAY SEED FOLDER</c>: a day as files, for <c>guildhall allocate</c> and for whoever wants to look at it.</summary>
internal static class WriteDayCommand
{
    public static Command Make()
    {
        var day = new Argument<string>("day") { Description = DayName.Help };
        var seed = new Argument<ulong>("seed") { Description = "The seed." };
        var folder = new Argument<string>("folder") { Description = "Where to write the files." };
        var minimum = new Option<int>("--minimum") { Description = "Every session's minimum." };
        var command = new Command("write-day", "Writes a day as CSV files.") { day, seed, folder, minimum };
        command.SetAction(result =>
        {
            var problem = DayName.Parse(result.GetValue(day)!).Make(result.GetValue(seed), result.GetValue(minimum)).Build();
            DayFiles.Write(problem, result.GetValue(folder)!);
        });
        return command;
    }
}
