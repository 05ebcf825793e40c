using System.Globalization;
using System.Text;
using Guildhall.Cli.Allocate;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Writing;

/// <summary>The outcome in words.</summary>
internal sealed class Summary(
    Terminal terminal, AllocationOutcome outcome, IReadOnlyDictionary<int, WhatIfGain> costs, Figures figures)
{
    private const int MostSessionsNamed = 10;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public void Write(AllocateArguments arguments, int warnings, bool wasStopped)
    {
        var text = new StringBuilder();
        WriteVerdict(text);
        if (!outcome.IsOptimal)
            WriteGaps(text, wasStopped);
        WriteNotRunning(text);
        if (warnings > 0)
            text.Append(Culture, $"{Count(warnings, "warning")}: see \"warnings\" in {arguments.Report}.\n");
        text.Append('\n');
        RegretChart.Write(text, figures.PeopleByRegret, terminal.HasBlocks);
        text.Append(Culture, $"\nWho goes where: {arguments.Out}\nHow good it is: {arguments.Report}");
        terminal.Out.WriteLine(text.ToString());
    }

    private void WriteVerdict(StringBuilder text)
    {
        var people = outcome.Problem.People.Count;
        text.Append(figures.PeopleWithEverySlot == people
            ? people == 1 ? "The one person has a place in every slot; " : string.Create(Culture, $"All {people} people have a place in every slot; ")
            : string.Create(Culture, $"{figures.PeopleWithEverySlot} of {Count(people, "person", "people")} {Verb(figures.PeopleWithEverySlot, "has", "have")} a place in every slot; "));
        text.Append(outcome.WorstRegret.Value == 0
            ? "nobody's day falls short of the best they could have had; "
            : string.Create(Culture, $"nobody's day is further than {outcome.WorstRegret.Value} from their best; "));
        text.Append(figures.AllWishes == people ? "everybody got all they wished; " : string.Create(Culture, $"{figures.AllWishes} got all they wished; "));
        text.Append(outcome.IsOptimal ? "proven best" : "not proven best");
        text.Append(Culture, $" in {outcome.Elapsed.TotalSeconds:0.0} seconds.\n");
    }

    private void WriteGaps(StringBuilder text, bool wasStopped)
    {
        text.Append(wasStopped ? "It was stopped early" : "The time was up").Append(": this is the best found so far. What is known:\n");
        WriteGap(text, "slots left empty", outcome.Empty);
        WriteGap(text, "the day furthest from its best", outcome.WorstRegret);
        WriteGap(text, "sum of the squared distances", outcome.WeightedSquares);
    }

    private static void WriteGap(StringBuilder text, string what, BoundedValue value) => text.Append(value.IsProven
        ? string.Create(Culture, $"  {what}: {value.Value}, proven best\n")
        : string.Create(Culture, $"  {what}: {value.Value}; nothing below {value.Bound} is possible, so at most {value.Gap} too many\n"));

    private void WriteNotRunning(StringBuilder text)
    {
        if (outcome.NotRunning.Count == 0)
            return;
        text.Append(Culture, $"{Count(outcome.NotRunning.Count, "session")} {Verb(outcome.NotRunning.Count, "does", "do")} not run, because too few people would come:\n");
        for (var i = 0; i < Math.Min(outcome.NotRunning.Count, MostSessionsNamed); i++)
        {
            var session = outcome.Problem.Sessions[outcome.NotRunning[i]];
            text.Append(Culture, $"  {PlainText.OneLine(session.Workshop)} in slot {PlainText.OneLine(session.Slot)} (needs {session.Minimum}{CostOf(outcome.NotRunning[i])})\n");
        }
        if (outcome.NotRunning.Count > MostSessionsNamed)
            text.Append(Culture, $"  and {outcome.NotRunning.Count - MostSessionsNamed} more\n");
    }

    /// <summary>What would be better if a session ran with fewer people: the first thing in the order of the objective that differs.</summary>
    private string CostOf(int session)
    {
        if (!costs.TryGetValue(session, out var cost))
            return "";
        var (before, after) = (cost.Before, cost.After);
        if (before == after)
            return cost.IsProven ? "; nobody's day is worse for it" : "";
        var (what, from, to) = before.Empty != after.Empty ? ("slots left empty", before.Empty, after.Empty)
            : before.WorstRegret != after.WorstRegret ? ("the day furthest from its best", before.WorstRegret, after.WorstRegret)
            : ("sum of the squared distances", before.WeightedSquares, after.WeightedSquares);
        return string.Create(Culture, $"; with fewer, {what} would go from {from} to {to}");
    }

    private static string Count(int number, string one, string? many = null) =>
        string.Create(Culture, $"{number} {(number == 1 ? one : many ?? one + "s")}");

    private static string Verb(int number, string one, string many) => number == 1 ? one : many;
}
