using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Starts runs and adopts one of them.</summary>
public sealed class AllocationDesk(AppDb db, CurrentViewer current, JobDesk jobs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Starts a run as a job.</summary>
    public async Task<JobRun> StartAsync(TrainingDay day, long seed, string? note, CancellationToken cancellation)
    {
        var last = await db.AllocationRuns.Where(run => run.DayId == day.Id).MaxAsync(run => (int?)run.Number, cancellation) ?? 0;
        var run = new AllocationRun
        {
            DayId = day.Id,
            Number = last + 1,
            Seed = seed,
            Note = note ?? "",
            PlannerVersion = AllocationPlanner.Version,
            StartedById = current.Viewer.PersonId,
            StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.AllocationRuns.Add(run);
        audit.Record($"started run {run.Number} of the allocation", Subject(day), day.OrganisationId);
        var people = await db.Invitees.CountAsync(invitee => invitee.DayId == day.Id, cancellation);
        return await jobs.StartAsync(
            PlanDay.Kind, run.Id, $"Finding places for {people} people", $"/training-days/allocations/run/{run.Id}", cancellation);
    }

    /// <summary>Makes the places of a run those that count. It can be changed until the day is published.</summary>
    public async Task AdoptAsync(TrainingDay day, AllocationRun run, CancellationToken cancellation)
    {
        day.AdoptedRunId = run.Id;
        run.AdoptedAt = clock.GetUtcNow().UtcDateTime;
        audit.Record($"adopted run {run.Number} of the allocation", Subject(day), day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
    }

    public static AuditSubject Subject(TrainingDay day) => new("training day", day.Id, day.Name);
}
