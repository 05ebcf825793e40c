using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>A section of a report, for the page and for the Word document alike, so that both say the same.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportPart> Parts);

public abstract record ReportPart;

public sealed record ReportText(string Words, string? Href = null) : ReportPart;

public sealed record ReportList(IReadOnlyList<ReportText> Items) : ReportPart;

/// <summary>Parts of a whole as bars, from 0 to 1.</summary>
public sealed record ReportChart(string Title, string Of, string Counted, IReadOnlyList<Bar> Bars) : ReportPart;

/// <summary>A table; the first cell of a row says what the row is about.</summary>
public sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows) : ReportPart
{
    private const int MostRowsOpen = 5;

    /// <summary>Whether the page shows it only to those who ask for it: the chart above it says the same, and on a phone each row is a card.</summary>
    public bool IsLong => Rows.Count > MostRowsOpen;
}

public sealed record ReportColumn(string Words, bool IsNumber = true);

/// <summary>A cell. <paramref name="Href"/> leads to what it was counted from.</summary>
public sealed record ReportCell(string Words, string? Href = null)
{
    public static implicit operator ReportCell(int number) => new(number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
}
