using System.CommandLine;

namespace Guildhall.Bench.Compare.Measuring;

/// <summary>The options that all commands share that run the planner.</summary>
internal sealed class MeasuringOptions
{
    public Option<int> Minimum { get; } = new("--minimum") { Description = "Every session's minimum." };

    public Option<int> Limit { get; } = new("--limit") { Description = "Time limit of a run in seconds.", DefaultValueFactory = _ => 300 };

    public Option<int> Threads { get; } = new("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public void AddTo(Command command)
    {
        command.Options.Add(Minimum);
        command.Options.Add(Limit);
        command.Options.Add(Threads);
    }

    /// <summary>Days and how many seeds of each, for the commands that run several.</summary>
    internal sealed class Days(string days, int seeds)
    {
        public Option<string> Names { get; } = new("--days")
        {
            Description = $"Days, separated by commas: {DayName.Help} `real` stands for all days from real preferences.",
            DefaultValueFactory = _ => days,
        };

        public Option<int> Seeds { get; } = new("--seeds") { Description = "How many seeds of each day, from 1.", DefaultValueFactory = _ => seeds };

        public void AddTo(Command command)
        {
            command.Options.Add(Names);
            command.Options.Add(Seeds);
        }

        public IEnumerable<string> Read(ParseResult result) =>
            result.GetValue(Names)!.Split(',').SelectMany(name => name is "real" ? DayName.Real() : [name]);
    }
}
