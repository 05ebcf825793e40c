using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Reads a file of people and says what it would change.</summary>
internal sealed class CheckPeople(AppDb db, PeopleImporting importing) : DurableJob
{
    public const string Kind = "check-people";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var import = await db.PeopleImports.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        var report = await importing.CheckAsync(import, progress.Report, cancellation);
        import.Report = report.Write();
        import.State = ImportState.Checked;
        await db.SaveChangesAsync(cancellation);
        return $"{Count.Of(report.Rows, "row was", "rows were")} read.";
    }
}

/// <summary>Carries an import of people out: all of it, or nothing.</summary>
internal sealed class ApplyPeople(AppDb db, PeopleImporting importing, ImportClaims claims, TimeProvider clock) : DurableJob
{
    public const string Kind = "apply-people";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var import = await db.PeopleImports.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        if (import.State == ImportState.Applied)
            return "This had been carried out already.";
        try
        {
            var actor = await db.People.AsNoTracking().SingleAsync(person => person.Id == run.StartedBy, cancellation);
            // Saved together with the people, so that a job that is begun again finds out.
            (import.State, import.AppliedAt) = (ImportState.Applied, clock.GetUtcNow().UtcDateTime);
            var report = await importing.ApplyAsync(import, actor, progress.Report, cancellation);
            if (!report.CanApply)
                throw new JobFailedException("The file can no longer be carried out, because something changed since it was checked. Look at the preview again. Nothing was changed.");
            await claims.ReleaseAsync(import, report, isApplied: true);
            return $"Done: {report.New} new, {report.Changed} changed, {Count.Of(report.Leavers, "leaver", "leavers")}.";
        }
        catch (Exception fault) when (fault is DbUpdateException)
        {
            await claims.ReleaseAsync(import, report: null, isApplied: false);
            throw new JobFailedException("Somebody changed the same people at the same moment. Check the file again. Nothing was changed.");
        }
        catch
        {
            await claims.ReleaseAsync(import, report: null, isApplied: false);
            throw;
        }
    }
}
