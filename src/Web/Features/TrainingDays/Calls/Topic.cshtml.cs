using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Calls;

[Needs<OrganiseDay>]
public sealed class TopicModel(AppDb db, AuditTrail audit) : CallPage(db)
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "topic")]
    public Guid? TopicId { get; set; }

    public IActionResult OnGet()
    {
        if (TopicId is null)
            return Page();
        if (Find() is not { } found)
            return NotFound();
        Input = new TopicInput { Name = found.Name, Why = found.Why, Version = found.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        var row = Find();
        if (TopicId is not null && row is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var name = Input.Name.Trim();
        if (row is null)
            Db.CallTopics.Add(row = new CallTopic { CallId = Call.Id, Name = name, Position = Call.Topics.Count == 0 ? 0 : Call.Topics.Max(other => other.Position) + 1 });
        else
            Db.Expect(row, Input.Version);
        row.Name = name;
        row.Why = Input.Why?.Trim() ?? "";
        audit.Record($"{(TopicId is null ? "added" : "changed")} the topic {name} of the call", Subject, Day.OrganisationId);
        await Db.SaveChangesAsync(cancellation);
        this.Flash($"Saved: {name}.");
        return LocalRedirect(To(another ? "calls/topic" : "calls"));
    }

    private CallTopic? Find() => Call.Topics.Find(row => row.Id == TopicId);

    public sealed class TopicInput
    {
        [Required, StringLength(CallTopic.NameLength)]
        public string Name { get; set; } = "";

        [StringLength(CallTopic.WhyLength), DataType(DataType.MultilineText)]
        public string? Why { get; set; }

        public int Version { get; set; }
    }
}
