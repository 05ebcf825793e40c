using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Jobs;

/// <summary>Whoever started a job follows it and may stop it.</summary>
public sealed class FollowJob() : Permission<JobRun>("job")
{
    protected override bool Allows(Viewer viewer, JobRun thing) => thing.StartedBy == viewer.PersonId;
}

/// <summary>How far a job is.</summary>
[Needs<FollowJob>]
public sealed class FollowModel(AppDb db) : PageModel
{
    public JobRun Job => HttpContext.Thing<JobRun>();

    public string Words => Job switch
    {
        { State: JobState.Waiting } => "Waiting for its turn",
        { IsOver: false, CancelAsked: true } => "Stopping",
        { Words: "" } => "Beginning",
        _ => Job.Words,
    };

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation)
    {
        // Not the whole row: the job itself writes how far it is.
        await db.JobRuns.Where(run => run.Id == Job.Id).ExecuteUpdateAsync(run => run.SetProperty(row => row.CancelAsked, true), cancellation);
        return RedirectToPage();
    }
}
