using System.Text.Json;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Reads a download of the register and says what it would change.</summary>
internal sealed class CheckRegister(AppDb db, RegisterRefresh refresh, TimeProvider clock, IServiceScopeFactory scopes) : DurableJob
{
    public const string Kind = "check-register";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var import = await db.RegisterImports.AsNoTracking().SingleAsync(row => row.Id == run.SubjectId, cancellation);
        var report = await refresh.RunAsync(import, actor: null, clock.GetUtcNow().UtcDateTime, progress, cancellation);
        // What was worked out stands in tracked schools and must not be saved, so that the report goes by another way.
        await using var scope = scopes.CreateAsyncScope();
        var json = JsonSerializer.Serialize(report);
        await scope.ServiceProvider.GetRequiredService<AppDb>().RegisterImports.Where(row => row.Id == import.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Report, json).SetProperty(r => r.State, ImportState.Checked), cancellation);
        return report.IsRefused
            ? throw new JobFailedException("The files cannot be used. Go back to read why.")
            : $"{report.New:N0} new, {report.Changed:N0} changed, {report.Closed:N0} closed.";
    }
}

/// <summary>Brings a download of the register in.</summary>
internal sealed class ApplyRegister(AppDb db, RegisterRefresh refresh, TimeProvider clock) : DurableJob
{
    public const string Kind = "apply-register";

    public override async Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation)
    {
        var import = await db.RegisterImports.SingleAsync(row => row.Id == run.SubjectId, cancellation);
        if (import.State == ImportState.Applied)
            return "This had been done already.";
        var actor = await db.People.AsNoTracking().SingleAsync(person => person.Id == run.StartedBy, cancellation);
        try
        {
            var report = await refresh.RunAsync(import, actor, clock.GetUtcNow().UtcDateTime, progress, cancellation);
            return report.IsRefused
                ? throw new JobFailedException("The files cannot be used. Nothing was changed.")
                : $"The register is up to date: {Count.Of(report.New, "new school", "new schools")}, {report.Changed:N0} changed, {report.Closed:N0} closed.";
        }
        catch (DbUpdateException)
        {
            throw new JobFailedException("Somebody changed the same schools at the same moment. Try again. Nothing was changed.");
        }
    }
}
