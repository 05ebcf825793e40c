using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What a file would change, with everything that is wrong in it; and the button that carries it out.</summary>
[Needs<RunPeopleImport>]
public sealed class PreviewModel(
    AppDb db, PeopleImporting importing, ImportClaims claims, JobDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>A file up to this size is read while one waits; a larger one by a job, with progress.</summary>
    private const int ReadAtOnce = 200 * 1024;

    public PeopleImport Import => HttpContext.Thing<PeopleImport>();

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>What was found; null as long as the file has not been checked.</summary>
    public PeopleReport? Report { get; private set; }

    /// <summary>The job that is at work on the file.</summary>
    public Guid? Job { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Words for roles, and the role group that is chosen for each.</summary>
    [BindProperty]
    public List<string> Words { get; set; } = [];

    [BindProperty]
    public List<RoleGroup?> Groups { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(bool begin, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (begin && Report is null && Job is null)
            return await CheckAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Import.State is ImportState.Applied or ImportState.Applying || Job is not null
            ? Redirect($"/directory/import/preview/{Import.Id}")
            : await CheckAsync(cancellation);
    }

    /// <summary>Remembers what words mean, and reads the file anew with that.</summary>
    public async Task<IActionResult> OnPostWordsAsync(CancellationToken cancellation)
    {
        var memory = await claims.MemoryAsync(Import.OrganisationId, cancellation);
        var known = memory.ReadRoleWords();
        foreach (var (word, group) in Words.Zip(Groups))
        {
            if (group is { } chosen && !string.IsNullOrWhiteSpace(word) && word.Length <= Post.JobTitleLength)
                known[RoleWords.KeyOf(word)] = chosen;
        }
        memory.Remember(known);
        await db.SaveChangesAsync(cancellation);
        return await OnPostCheckAsync(cancellation);
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Report is not { CanApply: true } || Import.State != ImportState.Checked)
            return Redirect($"/directory/import/preview/{Import.Id}");
        db.Expect(Import, Version);
        if (!await claims.TryClaimAsync(Import, cancellation))
            return Refuse();
        audit.Record($"began to import {Import.FileName}", new AuditSubject("organisation", Organisation.Id, Organisation.Name), Organisation.Id);
        try
        {
            var job = await desk.StartAsync(
                ApplyPeople.Kind, Import.Id, $"Importing people of {Organisation.Name}", $"/directory/import/preview/{Import.Id}", cancellation);
            return Redirect($"/jobs/follow/{job.Id}");
        }
        catch (DbUpdateException)
        {
            // Somebody else claimed the organisation between our look and our saving.
            return Refuse();
        }
    }

    private RedirectResult Refuse()
    {
        this.Flash($"Another file is being imported for {Organisation.Name} just now. Wait until that is done, then check this file again.", Kind.Danger);
        return Redirect($"/directory/import/preview/{Import.Id}");
    }

    private async Task<IActionResult> CheckAsync(CancellationToken cancellation)
    {
        var bytes = await db.StoredFiles.Where(file => file.Id == Import.FileId || file.Id == Import.RolesFileId).SumAsync(file => file.Bytes, cancellation);
        if (bytes > ReadAtOnce)
        {
            Import.Report = null;
            var job = await desk.StartAsync(CheckPeople.Kind, Import.Id, $"Reading {Import.FileName}", $"/directory/import/preview/{Import.Id}", cancellation);
            return Redirect($"/jobs/follow/{job.Id}");
        }
        Import.Report = (await importing.CheckAsync(Import, (_, _) => { }, cancellation)).Write();
        Import.State = ImportState.Checked;
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/directory/import/preview/{Import.Id}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Organisation = (await db.Organisations.FindAsync([Import.OrganisationId], cancellation))!;
        Report = PeopleReport.Read(Import.Report);
        Version = Import.Version;
        var jobs = await db.JobRuns.Where(run => run.SubjectId == Import.Id && (run.Kind == CheckPeople.Kind || run.Kind == ApplyPeople.Kind)
                && (run.State == JobState.Waiting || run.State == JobState.Running))
            .OrderBy(run => run.CreatedAt).ThenBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
        Job = jobs.Count > 0 ? jobs[^1] : null;
    }
}
