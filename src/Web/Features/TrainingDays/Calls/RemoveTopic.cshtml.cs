using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Calls;

[Needs<OrganiseDay>]
public sealed class RemoveTopicModel(AppDb db, AuditTrail audit) : CallPage(db)
{
    public Confirmation Confirmation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid topic, CancellationToken cancellation)
    {
        if (Call.Topics.Find(row => row.Id == topic) is not { } found)
            return NotFound();
        var offers = await Db.Offers.CountAsync(offer => offer.TopicId == topic, cancellation);
        Confirmation = new Confirmation(
            $"Remove the topic “{found.Name}”?",
            [offers == 0 ? "Nobody has offered anything for it." : $"{Count.Of(offers, "offer stays", "offers stay")}, without a topic."],
            "Remove the topic", To("calls"))
        { IsDangerous = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid topic, CancellationToken cancellation)
    {
        if (Call.Topics.Find(row => row.Id == topic) is not { } found)
            return NotFound();
        foreach (var offer in await Db.Offers.Where(offer => offer.TopicId == topic).ToListAsync(cancellation))
            offer.TopicId = null;
        Db.CallTopics.Remove(found);
        audit.Record($"removed the topic {found.Name} from the call", Subject, Day.OrganisationId);
        await Db.SaveChangesAsync(cancellation);
        this.Flash($"{found.Name} is removed.");
        return LocalRedirect(To("calls"));
    }
}
