using System.Text.Json;
using Guildhall.Web.Features.Directory.Register;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What a file of people would change, or has changed, in words.</summary>
public sealed record PeopleReport
{
    /// <summary>So many people of each kind are named; the others are counted.</summary>
    public const int MostNamed = 200;

    public int Rows { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    public int Leavers { get; init; }

    public int Unchanged { get; init; }

    public IReadOnlyList<ReportLine> NewNamed { get; init; } = [];

    public IReadOnlyList<ReportLine> ChangedNamed { get; init; } = [];

    public IReadOnlyList<ReportLine> LeaversNamed { get; init; } = [];

    /// <summary>The places whose people the file is about; nobody elsewhere is touched.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<ReportLine> Errors { get; init; } = [];

    public IReadOnlyList<ReportLine> Warnings { get; init; } = [];

    /// <summary>Words for what people are at work that nobody knows yet, with the number of rows.</summary>
    public IReadOnlyDictionary<string, int> UnknownRoles { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Whether it can be carried out: all of it or nothing.</summary>
    public bool CanApply => Errors.Count == 0 && UnknownRoles.Count == 0;

    public bool ChangesNothing => New + Changed + Leavers == 0;

    public static PeopleReport? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<PeopleReport>(json);

    public string Write() => JsonSerializer.Serialize(this);
}
