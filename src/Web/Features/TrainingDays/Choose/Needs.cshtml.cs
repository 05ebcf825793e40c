using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Which of the day's topics matter to the viewer. It is theirs alone, so that the audit trail does not tell of it either.</summary>
[Needs<TakePartInDay>]
public sealed class NeedsModel(AppDb db, CurrentViewer current) : DayPage
{
    /// <summary>The topics that are ticked.</summary>
    [BindProperty]
    public List<Guid> Topic { get; set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Topic = await Own().Select(need => need.TopicId).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var wanted = Topics.Select(item => Guid.Parse(item.Value)).Where(Topic.Contains).ToHashSet();
        var saved = await Own().ToListAsync(cancellation);
        db.TopicNeeds.RemoveRange(saved.Where(need => !wanted.Contains(need.TopicId)));
        wanted.ExceptWith(saved.Select(need => need.TopicId));
        var invitee = await db.Invitees.Where(row => row.DayId == Day.Id && row.PersonId == current.Viewer.PersonId).Select(row => row.Id).SingleAsync(cancellation);
        db.TopicNeeds.AddRange(wanted.Select(topic => new TopicNeed { InviteeId = invitee, TopicId = topic }));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            this.Flash("You saved this on another device at the same moment. Look at it again.", Kind.Warning);
            return LocalRedirect(To("choose/needs"));
        }
        this.Flash("Saved. What matters to you stands further up now.");
        return LocalRedirect(To("choose"));
    }

    private IQueryable<TopicNeed> Own() => db.TopicNeeds.Where(need =>
        db.Invitees.Any(invitee => invitee.Id == need.InviteeId && invitee.DayId == Day.Id && invitee.PersonId == current.Viewer.PersonId));

    private async Task LoadAsync(CancellationToken cancellation) =>
        Topics = [.. (await db.CallTopics.Where(topic => db.Calls.Any(call => call.Id == topic.CallId && call.DayId == Day.Id))
                .OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).ThenBy(topic => topic.Id)
                .Select(topic => new { topic.Id, topic.Name }).ToListAsync(cancellation))
            .Select(topic => new SelectListItem(topic.Name, topic.Id.ToString()))];
}
