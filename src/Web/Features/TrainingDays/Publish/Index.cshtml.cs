using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Publish;

/// <summary>Says what publishing will do and to whom, shows a mail, and starts it.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, DayMails mails, JobDesk jobs) : PageModel
{
    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    public int People { get; private set; }

    public int WithAddress { get; private set; }

    /// <summary>Speakers from outside, who are told when and where they present.</summary>
    public int Speakers { get; private set; }

    public string? Example { get; private set; }

    /// <summary>What keeps the day from being published; null when nothing does.</summary>
    public string? Missing =>
        Day.Stage <= DayStage.Choosing ? "Choosing has to be closed first."
        : Day.AdoptedRunId is null ? "A run of the allocation has to be adopted first."
        : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Missing is not null || Day.IsPublished)
            return;
        var invitees = db.Invitees.Where(invitee => invitee.DayId == Day.Id);
        People = await invitees.CountAsync(cancellation);
        WithAddress = await invitees.CountAsync(invitee => invitee.Person!.Email != null, cancellation);
        Speakers = await SpeakersOnTheDay.Of(db, Day.Id).CountAsync(cancellation);
        Example = await mails.WriteAsync(Day, 1, cancellation) is [var first, ..] ? first.Text : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Missing is not null || Day.IsPublished)
            return RedirectToPage();
        var job = await jobs.StartAsync(
            PublishDay.Kind, Day.Id, $"Publishing {Day.Name}", $"/training-days/day/{Day.Id}", cancellation);
        return Redirect($"/jobs/follow/{job.Id}");
    }
}
