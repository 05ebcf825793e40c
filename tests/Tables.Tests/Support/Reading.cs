using System.Text;

namespace Guildhall.Tables.Tests.Support;

internal static class Reading
{
    public static Table Read(this string text, TableLimits? limits = null) => Encoding.UTF8.GetBytes(text).Read(limits: limits);

    public static Table Read(this byte[] bytes, string name = "staff.csv", TableLimits? limits = null, string? sheet = null) =>
        Table.Read(new MemoryStream(bytes), name, limits, sheet, TestContext.Current.CancellationToken);

    /// <summary>The header and the rows, a line each, with | between cells.</summary>
    public static string[] Lines(this Table table) =>
        [string.Join('|', table.Header), .. table.Rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells)}")];

    public static string[] Words(this Table table) => [.. table.Findings.Select(finding => finding.ToString())];
}
