using System.ComponentModel.DataAnnotations;
using Guildhall.Tables;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Where a file of people is handed in.</summary>
[Needs<EditPeople>]
public sealed class IndexModel(AppDb db, FileStore files, CurrentViewer current, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    public Organisation Organisation => HttpContext.Thing<Organisation>();

    public bool IsTrust => Organisation.Kind == OrganisationKind.Trust;

    [BindProperty]
    public FormInput Input { get; set; } = new();

    public IReadOnlyList<Row> Earlier { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Of the page's two forms only one was sent, and only its own fields count.
        ModelState.Clear();
        if (!IsGood(nameof(Input.File), Input.File))
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var import = new PeopleImport
        {
            OrganisationId = Organisation.Id,
            FileId = await StoreAsync(Input.File!, cancellation),
            FileName = Name(Input.File!),
            IsPartial = Input.IsPartial,
            CreatedBy = current.Viewer.PersonId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.PeopleImports.Add(import);
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/directory/import/columns/{import.Id}");
    }

    public async Task<IActionResult> OnPostRosterAsync(CancellationToken cancellation)
    {
        if (!IsTrust)
            return NotFound();
        ModelState.Clear();
        if (!IsGood(nameof(Input.Organisations), Input.Organisations) | !IsGood(nameof(Input.Users), Input.Users) | !IsGood(nameof(Input.Roles), Input.Roles))
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var import = new PeopleImport
        {
            OrganisationId = Organisation.Id,
            Format = ImportFormat.Roster,
            FileId = await StoreAsync(Input.Users!, cancellation),
            OrganisationsFileId = await StoreAsync(Input.Organisations!, cancellation),
            RolesFileId = await StoreAsync(Input.Roles!, cancellation),
            FileName = Name(Input.Users!),
            CreatedBy = current.Viewer.PersonId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.PeopleImports.Add(import);
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/directory/import/preview/{import.Id}?begin=true");
    }

    /// <summary>An example to fill in, with every column.</summary>
    public IActionResult OnGetExample()
    {
        var school = IsTrust ? "Elm Park Primary School" : Organisation.Name;
        var file = new MemoryStream();
        CsvFile.Write(file, new Sheet("People", [.. PeopleFields.All.Where(field => field.Name != PeopleFields.FullName).Select(field => field.Words)],
        [
            ["1001", "Ann", "Okafor", "ann.okafor@school.example", school, "Teacher", "Year 4 teacher", "Mathematics, Science", "KS2", "1.0", "Mon-Fri", "r.singh@school.example", new DateOnly(2023, 9, 1)],
            ["1002", "Raj", "Singh", "r.singh@school.example", school, "Senior leader", "Headteacher", "", "", "1.0", "Mon-Fri", "", new DateOnly(2019, 9, 1)],
            ["1003", "Zoë", "Hart", "", school, "Catering", "Cook", "", "", "0.5", "Mon, Tue, Wed", "r.singh@school.example", ""],
        ]));
        return File(file.ToArray(), "text/csv", "people-example.csv");
    }

    private bool IsGood(string field, IFormFile? file)
    {
        var problem = file is null ? "Choose a file"
            : file.Length > FileStore.LargestFile ? $"The file is larger than {FileStore.LargestFile / 1024 / 1024} MB. Leave out columns that are not needed, or split it"
            : null;
        if (problem is not null)
            ModelState.AddModelError($"Input.{field}", problem);
        return problem is null;
    }

    private async Task<Guid> StoreAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return (await files.AddAsync(content, file.FileName, file.ContentType, current.Viewer.PersonId, cancellation)).Id;
    }

    private static string Name(IFormFile file)
    {
        var name = Path.GetFileName(file.FileName);
        return name.Length > PeopleImport.FileNameLength ? name[^PeopleImport.FileNameLength..] : name;
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Earlier = await db.PeopleImports.Where(import => import.OrganisationId == Organisation.Id)
            .OrderByDescending(import => import.CreatedAt).ThenBy(import => import.Id).Take(Shown)
            .Select(import => new Row(
                import.Id, import.FileName, import.State, import.CreatedAt,
                db.People.Where(person => person.Id == import.CreatedBy).Select(person => person.GivenName + " " + person.FamilyName).Single(),
                import.Columns == null && import.Format == ImportFormat.People))
            .ToListAsync(cancellation);

    public sealed record Row(Guid Id, string FileName, ImportState State, DateTime CreatedAt, string By, bool NeedsColumns);

    public sealed class FormInput
    {
        [Required]
        public IFormFile? File { get; set; }

        public bool IsPartial { get; set; }

        [Required]
        public IFormFile? Organisations { get; set; }

        [Required]
        public IFormFile? Users { get; set; }

        [Required]
        public IFormFile? Roles { get; set; }
    }
}
