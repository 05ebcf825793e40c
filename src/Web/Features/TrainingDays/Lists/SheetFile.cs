using Guildhall.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Lists;

/// <summary>A list to take away.</summary>
public static class SheetFile
{
    /// <param name="sheet">What it holds.</param>
    /// <param name="kind">"xlsx" for a workbook, anything else for CSV.</param>
    /// <param name="name">What the file is called, without its ending.</param>
    public static FileContentResult Of(Sheet sheet, string kind, string name)
    {
        using var content = new MemoryStream();
        var isWorkbook = string.Equals(kind, "xlsx", StringComparison.Ordinal);
        if (isWorkbook)
            Workbook.Write(content, [sheet]);
        else
            CsvFile.Write(content, sheet);
        return new FileContentResult(content.ToArray(), isWorkbook ? Workbook.MediaType : "text/csv") { FileDownloadName = $"{name}.{(isWorkbook ? "xlsx" : "csv")}" };
    }
}
