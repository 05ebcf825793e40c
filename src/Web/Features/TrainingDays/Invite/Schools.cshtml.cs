using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Invite;

/// <summary>Invites role groups of schools, with the count shown before.</summary>
[Needs<OrganiseDay>]
public sealed class SchoolsModel(AppDb db, Viewer viewer, AuditTrail audit) : DayPage
{
    /// <summary>The organisations.</summary>
    [BindProperty(SupportsGet = true, Name = "o")]
    public List<Guid> O { get; set; } = [];

    /// <summary>The role groups.</summary>
    [BindProperty(SupportsGet = true, Name = "g")]
    public List<RoleGroup> G { get; set; } = [];

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Invitation? Found { get; private set; }

    public IEnumerable<string> ByGroup => Found!.New.CountBy(row => row.RoleGroup).OrderBy(pair => pair.Key)
        .Select(pair => $"{pair.Key.Words()} {pair.Value}");

    private DayPeople People => new(db, viewer, Day);

    public async Task OnGetAsync(bool count, CancellationToken cancellation)
    {
        await ListAsync(cancellation);
        if (!count)
        {
            // All, but those whose day it seldom is; a tick is quickly taken away.
            O = [.. Organisations.Select(item => Guid.Parse(item.Value))];
            G = [.. Enum.GetValues<RoleGroup>().Where(group => group != RoleGroup.Governor)];
        }
        else if (O.Count == 0 || G.Count == 0)
            ModelState.AddModelError(O.Count == 0 ? "O" : "G", O.Count == 0 ? "Choose at least one school" : "Choose at least one role group");
        else
            Found = await Invitation.CountAsync(db, People, Day, O, G, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var found = await Invitation.CountAsync(db, People, Day, O, G, cancellation);
        await found.AddAsync(db, Day, cancellation);
        var schools = found.New.Select(row => row.OrganisationId).Distinct().Count();
        audit.Record($"invited {Count.People(found.New.Count)} from {Count.Of(schools, "school or employer", "schools and other employers")}", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "", "Somebody else invited some of these people just now. Count again", cancellation))
        {
            await ListAsync(cancellation);
            return Page();
        }
        this.Flash($"{Count.People(found.New.Count)} {(found.New.Count == 1 ? "is" : "are")} invited. {(Day.Stage < DayStage.Choosing ? "They see the day once you open choosing." : "They can see the day now.")}");
        return LocalRedirect(To("invite"));
    }

    private async Task ListAsync(CancellationToken cancellation) =>
        Organisations = [.. (await People.Circle.OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id)
                .Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancellation))
            .Select(organisation => new SelectListItem(organisation.Name, organisation.Id.ToString()))];
}
