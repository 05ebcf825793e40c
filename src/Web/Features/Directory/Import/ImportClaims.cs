using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Sees to it that one import at a time is carried out for an organisation, and remembers how its files call things.</summary>
public sealed class ImportClaims(AppDb db, IServiceScopeFactory scopes)
{
    /// <summary>What is remembered of an organisation's files; a new row when there is none. Tracked.</summary>
    public async Task<ImportMemory> MemoryAsync(Guid organisation, CancellationToken cancellation)
    {
        // Also one that was added a moment ago and is not saved yet.
        var memory = await db.ImportMemories.FindAsync([organisation], cancellation);
        if (memory is null)
            db.ImportMemories.Add(memory = new ImportMemory { OrganisationId = organisation });
        return memory;
    }

    /// <summary>Claims the organisation for an import; not yet saved. Two that are saved at once: the second fails.</summary>
    /// <returns>Whether no other import is being carried out.</returns>
    public async Task<bool> TryClaimAsync(PeopleImport import, CancellationToken cancellation)
    {
        var memory = await MemoryAsync(import.OrganisationId, cancellation);
        if (memory.RunningImportId is { } other && other != import.Id && await IsRunningAsync(other, cancellation))
            return false;
        memory.RunningImportId = import.Id;
        // Also when it is claimed again after a failure: the version goes up, and of two claims one is refused.
        if (db.Entry(memory).State == EntityState.Unchanged)
            db.Entry(memory).State = EntityState.Modified;
        import.State = ImportState.Applying;
        return true;
    }

    /// <summary>Gives the claim back when an import is over, however it ended, in a transaction of its own.</summary>
    internal async Task ReleaseAsync(PeopleImport import, PeopleReport? report, bool isApplied)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AppDb>();
        var json = report?.Write();
        if (isApplied)
            await own.PeopleImports.Where(row => row.Id == import.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Report, json));
        else
            await own.PeopleImports.Where(row => row.Id == import.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, ImportState.Checked));
        await own.ImportMemories.Where(row => row.OrganisationId == import.OrganisationId && row.RunningImportId == import.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RunningImportId, (Guid?)null));
    }

    private Task<bool> IsRunningAsync(Guid import, CancellationToken cancellation) =>
        db.JobRuns.AnyAsync(run => run.Kind == ApplyPeople.Kind && run.SubjectId == import
            && (run.State == JobState.Waiting || run.State == JobState.Running), cancellation);
}
