namespace Guildhall.Tables;

/// <summary>How large a table from outside may be. What passes a limit is said in a finding, and reading stops there.</summary>
public sealed record TableLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>How many bytes the file may have: 64 MB. The whole file is held in memory.</summary>
    public int FileSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many bytes a workbook may have when unpacked: 300 MB, some 200,000 rows of 20 columns.</summary>
    public long UnpackedSize { get; init; } = 300L * 1024 * 1024;

    /// <summary>How many rows with content may stand under the header: 200,000.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>How many columns there may be: 300.</summary>
    public int Columns { get; init; } = 300;

    /// <summary>How many letters a cell may have: 32,767, which is Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;

    /// <summary>How many letters a row of a CSV file may have: 2,000,000.</summary>
    public int RowLength { get; init; } = 2_000_000;

    /// <summary>After how many errors reading stops: 500. Nobody reads more.</summary>
    public int Errors { get; init; } = 500;
}
