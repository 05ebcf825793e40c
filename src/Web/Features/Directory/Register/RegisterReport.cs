namespace Guildhall.Web.Features.Directory.Register;

/// <summary>What a download of the register would change or has changed.</summary>
public sealed record RegisterReport
{
    /// <summary>So many of each kind are named; the others are counted.</summary>
    public const int MostNamed = 100;

    public int New { get; init; }

    public int Changed { get; init; }

    public int Closed { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Rows of the file that are no state schools in England.</summary>
    public int PassedOver { get; init; }

    /// <summary>Whether a file could not be used. Then nothing can be applied.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What is wrong or worth knowing: where, and in words.</summary>
    public IReadOnlyList<ReportLine> Findings { get; init; } = [];

    /// <summary>How many findings there were altogether.</summary>
    public int FindingCount { get; init; }

    /// <summary>What changes in the directory itself: schools that are in it.</summary>
    public IReadOnlyList<ReportLine> InDirectory { get; init; } = [];

    public int InDirectoryCount { get; init; }
}

/// <summary>A line of a report.</summary>
/// <param name="Where">The place in a file, or the name of what it is about.</param>
/// <param name="Words">What is said of it.</param>
public sealed record ReportLine(string Where, string Words);
