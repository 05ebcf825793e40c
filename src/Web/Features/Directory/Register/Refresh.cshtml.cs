using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Brings the register up to date from its own download: first a look at what would change, then the deed.</summary>
[Needs<RunInstallation>]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class RefreshModel(AppDb db, FileStore files, JobDesk desk, CurrentViewer current, TimeProvider clock) : PageModel
{
    /// <summary>The full download has some 60 MB.</summary>
    private const int Largest = 250 * 1024 * 1024;

    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The newest download that was handed in.</summary>
    public RegisterImport? Latest { get; private set; }

    public RegisterReport? Report { get; private set; }

    public Guid? Job { get; private set; }

    public int Schools { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.SchoolsFile is null)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var import = new RegisterImport
        {
            SchoolsFileId = (await StoreAsync(Input.SchoolsFile, cancellation))!.Value,
            GroupLinksFileId = await StoreAsync(Input.GroupLinksFile, cancellation),
            LinksFileId = await StoreAsync(Input.LinksFile, cancellation),
            FileName = Path.GetFileName(Input.SchoolsFile.FileName) is var name && name.Length > PeopleImport.FileNameLength ? name[^PeopleImport.FileNameLength..] : name,
            CreatedBy = current.Viewer.PersonId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.RegisterImports.Add(import);
        var job = await desk.StartAsync(CheckRegister.Kind, import.Id, $"Reading {import.FileName}", "/directory/register/refresh", cancellation);
        return Redirect($"/jobs/follow/{job.Id}");
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Latest is null || Report is null or { IsRefused: true } || Latest.State != ImportState.Checked || Job is not null)
            return RedirectToPage();
        var job = await desk.StartAsync(ApplyRegister.Kind, Latest.Id, "Bringing the register up to date", "/directory/register/refresh", cancellation);
        return Redirect($"/jobs/follow/{job.Id}");
    }

    private async Task<Guid?> StoreAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
            return null;
        await using var content = file.OpenReadStream();
        return (await files.AddAsync(content, file.FileName, file.ContentType, current.Viewer.PersonId, cancellation)).Id;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Schools = await db.RegisterSchools.CountAsync(cancellation);
        Latest = await db.RegisterImports.OrderByDescending(import => import.CreatedAt).ThenBy(import => import.Id).FirstOrDefaultAsync(cancellation);
        if (Latest is null)
            return;
        Report = Latest.Report is null ? null : JsonSerializer.Deserialize<RegisterReport>(Latest.Report);
        var jobs = await db.JobRuns.Where(run => (run.Kind == CheckRegister.Kind || run.Kind == ApplyRegister.Kind)
                && (run.State == JobState.Waiting || run.State == JobState.Running))
            .OrderBy(run => run.CreatedAt).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
        Job = jobs.Count > 0 ? jobs[^1] : null;
    }

    public sealed class FormInput
    {
        [Required]
        public IFormFile? SchoolsFile { get; set; }

        public IFormFile? GroupLinksFile { get; set; }

        public IFormFile? LinksFile { get; set; }
    }
}
