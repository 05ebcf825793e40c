using System.Globalization;
using System.Text.Json;
using Guildhall.Tables;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Which column of the file holds what: proposed from the names of the columns and from earlier files.</summary>
[Needs<RunPeopleImport>]
public sealed class ColumnsModel(AppDb db, FileStore files, ImportClaims claims) : PageModel
{
    private const int Examples = 3;

    public PeopleImport Import => HttpContext.Thing<PeopleImport>();

    [BindProperty(SupportsGet = true)]
    public string? Sheet { get; set; }

    /// <summary>The place of the column of each field, by the field's name; -1 = none.</summary>
    [BindProperty]
    public Dictionary<string, int> Columns { get; set; } = [];

    public ColumnMapping Mapping { get; private set; } = null!;

    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>Why the file cannot be read.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The first cells of each column.</summary>
    public IReadOnlyList<string> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Import.State is ImportState.Applying or ImportState.Applied || Import.Format == ImportFormat.Roster)
            return Redirect($"/directory/import/preview/{Import.Id}");
        await ReadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Import.State is ImportState.Applying or ImportState.Applied)
            return Redirect($"/directory/import/preview/{Import.Id}");
        await ReadAsync(cancellation);
        if (Problems.Count > 0)
            return Page();
        foreach (var field in PeopleFields.All)
        {
            if (Columns.TryGetValue(field.Name, out var column) && column >= ColumnMapping.None && column < Mapping.Headers.Count)
                Mapping = Mapping.With(field.Name, column);
        }
        var remembered = JsonSerializer.Serialize(Mapping.Remember());
        Import.Columns = remembered;
        Import.Sheet = Sheet ?? "";
        Import.Report = null;
        (await claims.MemoryAsync(Import.OrganisationId, cancellation)).Columns = remembered;
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/directory/import/preview/{Import.Id}?begin=true");
    }

    /// <summary>The choices of a field: every column that has a name, and none.</summary>
    public IEnumerable<(int Column, string Words)> Choices()
    {
        yield return (ColumnMapping.None, "Not in this file");
        for (var column = 0; column < Mapping.Headers.Count; column++)
        {
            if (Mapping.Headers[column].Length > 0)
                yield return (column, string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}: {Mapping.Headers[column]}"));
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var memory = await claims.MemoryAsync(Import.OrganisationId, cancellation);
        var remembered = Import.Columns is { } own ? JsonSerializer.Deserialize<Dictionary<string, string>>(own) : memory.ReadColumns();
        await using var file = files.Open(Import.FileId);
        using var reader = RowReader.Open(file, Import.FileName, sheet: string.IsNullOrEmpty(Sheet) ? null : Sheet, stop: cancellation);
        Mapping = ColumnMapping.Propose(reader.Header, PeopleFields.All, remembered);
        Sheets = reader.Sheets;
        Sheet = reader.Sheet;
        var first = new List<TableRow>();
        while (first.Count < Examples && reader.Read())
            first.Add(reader.Row);
        Samples = [.. Enumerable.Range(0, reader.Header.Count).Select(column =>
            string.Join(", ", first.Select(row => row[column]).Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal)))];
        if (reader.Header.Count == 0 || (first.Count == 0 && reader.HasErrors))
            Problems = [.. reader.Findings.Where(finding => finding.IsError).Select(finding => finding.ToString())];
        else if (first.Count == 0)
            Problems = ["there are no rows under the line that names the columns"];
    }
}
