using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Suggests one workshop to people of the viewer's schools, or takes a suggestion back.</summary>
[Needs<SuggestToOwnSchools>]
public sealed class SuggestModel(AppDb db, AuditTrail audit, TimeProvider clock) : SuggestPage(db, clock)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty]
    public SuggestionInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<Row> Suggested { get; private set; } = [];

    public IReadOnlyList<SelectListItem> SchoolItems { get; private set; } = [];

    /// <summary>Those for whom the workshop is; nobody else can pick it.</summary>
    public IReadOnlyList<SelectListItem> Groups =>
        [new("Everybody whom it is for", ""), .. RoleGroupNames.Items.Where(item => Workshop.IsFor(Enum.Parse<RoleGroup>(item.Value)))];

    public async Task<IActionResult> OnGetAsync(Guid workshop, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (!await LoadAsync(workshop, cancellation))
            return NotFound();
        if (SchoolItems.Count == 1)
            Input.School = Guid.Parse(SchoolItems[0].Value);
        return IsOpen ? Page() : LocalRedirect(To("choose/suggestions"));
    }

    public async Task<IActionResult> OnPostAsync(Guid workshop, CancellationToken cancellation)
    {
        if (!await LoadAsync(workshop, cancellation))
            return NotFound();
        if (!IsOpen)
            return LocalRedirect(To("choose/suggestions"));
        var school = SchoolItems.FirstOrDefault(item => item.Value == Input.School?.ToString());
        if (Input.School is not null && school is null)
            ModelState.AddModelError("Input.School", "To the people of: choose one of your schools");
        if (Input.RoleGroup is { } group && !Workshop.IsFor(group))
            ModelState.AddModelError("Input.RoleGroup", $"To whom of them: {Workshop.Title} is not for {group.WordsInside()}, so they cannot pick it");
        if (Suggested.Any(row => row.SchoolId == Input.School && row.RoleGroup == Input.RoleGroup))
            ModelState.AddModelError("Input.RoleGroup", "To whom of them: it is suggested to these already. Take that back first to give another reason");
        if (!ModelState.IsValid)
            return Page();
        Db.Suggestions.Add(new Suggestion
        {
            WorkshopId = Workshop.Id,
            OrganisationId = Input.School!.Value,
            RoleGroup = Input.RoleGroup,
            Note = Input.Note?.Trim() ?? "",
            ById = HttpContext.Viewer().PersonId,
            At = _clock.GetUtcNow().UtcDateTime,
        });
        var whom = $"{Input.RoleGroup?.WordsInside() ?? "everybody"} at {school!.Text}";
        audit.Record($"suggested {Workshop.Code}, {Workshop.Title}, to {whom}", Subject, Input.School.Value);
        await Db.SaveChangesAsync(cancellation);
        this.Flash($"Suggested to {whom}: “{Workshop.Title}”.");
        return LocalRedirect(To("choose/suggestions"));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid workshop, Guid suggestion, CancellationToken cancellation)
    {
        if (!await LoadAsync(workshop, cancellation) || !IsOpen)
            return NotFound();
        if (Suggested.FirstOrDefault(row => row.Id == suggestion) is { } row)
        {
            Db.Suggestions.Remove(await Db.Suggestions.SingleAsync(one => one.Id == row.Id, cancellation));
            audit.Record($"no longer suggests {Workshop.Code}, {Workshop.Title}, to {row.RoleGroup?.WordsInside() ?? "everybody"} at {row.School}", Subject, row.SchoolId);
            await Db.SaveChangesAsync(cancellation);
            this.Flash($"No longer suggested to {row.RoleGroup?.WordsInside() ?? "everybody"} at {row.School}.");
        }
        return LocalRedirect(To("choose/suggest", workshop));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await Db.Workshops.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DayId == Day.Id, cancellation) is not { } found)
            return false;
        Workshop = found;
        SchoolItems = [.. (await Schools.OrderBy(school => school.Name).ThenBy(school => school.Id).Select(school => new { school.Id, school.Name }).ToListAsync(cancellation))
            .Select(school => new SelectListItem(school.Name, school.Id.ToString()))];
        Suggested = await Db.Suggestions.Where(row => row.WorkshopId == id && Schools.Any(school => school.Id == row.OrganisationId))
            .OrderBy(row => row.Organisation!.Name).ThenBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new Row(row.Id, row.OrganisationId, row.Organisation!.Name, row.RoleGroup, row.Note, row.By!.GivenName + " " + row.By.FamilyName))
            .ToListAsync(cancellation);
        return true;
    }

    public sealed record Row(Guid Id, Guid SchoolId, string School, RoleGroup? RoleGroup, string Note, string By);

    public sealed class SuggestionInput
    {
        [Required]
        public Guid? School { get; set; }

        public RoleGroup? RoleGroup { get; set; }

        [StringLength(Suggestion.NoteLength)]
        public string? Note { get; set; }
    }
}
