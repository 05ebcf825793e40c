using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Writing;

/// <summary>report.json: how good the outcome is and how sure, for people and programs.</summary>
internal static class ReportFile
{
    // Names with accents stay readable; the file is not put into a web page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, AllocationOutcome outcome, IReadOnlyDictionary<int, WhatIfGain> costs, Figures figures, List<string> warnings)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", outcome.Version);
            json.WriteNumber("seed", outcome.Seed);
            json.WriteNumber("seconds", Math.Round(outcome.Elapsed.TotalSeconds, 3));
            json.WriteString("status", outcome.IsOptimal ? "optimal" : "feasible");
            json.WriteNumber("people", outcome.Problem.People.Count);
            json.WriteNumber("slots_wanted", outcome.Places.Count);
            Write(json, "empty", outcome.Empty);
            Write(json, "worst_regret", outcome.WorstRegret);
            Write(json, "weighted_squares", outcome.WeightedSquares);
            WriteCounts(json, figures);
            json.WriteNumber("all_wishes", figures.AllWishes);
            WriteNotRunning(json, outcome, costs);
            json.WriteStartArray("warnings");
            foreach (var warning in warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, BoundedValue value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", value.Value);
        json.WriteNumber("bound", value.Bound);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Figures figures)
    {
        json.WriteStartObject("regret_histogram");
        for (var regret = 0; regret < figures.PeopleByRegret.Length; regret++)
            json.WriteNumber(regret.ToString(CultureInfo.InvariantCulture), figures.PeopleByRegret[regret]);
        json.WriteEndObject();
        json.WriteStartObject("by_rank");
        for (var rank = 1; rank < figures.PlacesByRank.Length; rank++)
            json.WriteNumber(rank.ToString(CultureInfo.InvariantCulture), figures.PlacesByRank[rank]);
        json.WriteNumber("unlisted", figures.UnlistedPlaces);
        json.WriteEndObject();
    }

    private static void WriteNotRunning(Utf8JsonWriter json, AllocationOutcome outcome, IReadOnlyDictionary<int, WhatIfGain> costs)
    {
        json.WriteStartArray("not_running");
        foreach (var index in outcome.NotRunning)
        {
            var session = outcome.Problem.Sessions[index];
            json.WriteStartObject();
            json.WriteString("workshop", session.Workshop);
            json.WriteString("slot", session.Slot);
            json.WriteNumber("minimum", session.Minimum);
            if (costs.TryGetValue(index, out var cost))
            {
                json.WriteStartObject("without_minimum");
                json.WriteNumber("empty", cost.After.Empty);
                json.WriteNumber("worst_regret", cost.After.WorstRegret);
                json.WriteNumber("weighted_squares", cost.After.WeightedSquares);
                json.WriteBoolean("proven", cost.IsProven);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
