using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Two runs of a day side by side: their values, and whose day differs.</summary>
[Needs<OrganiseDay>]
public sealed class CompareModel(AppDb db) : PageModel
{
    private static readonly SortOrders<Person> Orders = new("name", person => person.Invitee)
    {
        ["name"] = person => person.FamilyName,
        ["school"] = person => person.School,
    };

    public TrainingDay Day => HttpContext.Thing<TrainingDay>();

    public AllocationRun One { get; private set; } = null!;

    public AllocationRun Other { get; private set; } = null!;

    public PageOf<Person> People { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int first, int second, ListingQuery query, CancellationToken cancellation)
    {
        var runs = await db.AllocationRuns.AsNoTracking()
            .Where(run => run.DayId == Day.Id && run.IsFinished && !run.IsLive && (run.Number == first || run.Number == second)).ToListAsync(cancellation);
        if (runs.Find(run => run.Number == first) is not { } one || runs.Find(run => run.Number == second) is not { } other)
            return NotFound();
        (One, Other) = (one, other);
        var differing = db.Letters.Where(letter => letter.RunId == one.Id)
            .Join(db.Letters.Where(letter => letter.RunId == other.Id), letter => letter.InviteeId, letter => letter.InviteeId,
                (mine, theirs) => new { mine.InviteeId, First = mine.Regret, Second = theirs.Regret })
            .Where(pair => pair.First != pair.Second)
            .Join(db.Invitees, pair => pair.InviteeId, invitee => invitee.Id, (pair, invitee) => new Person
            {
                Invitee = invitee.Id,
                GivenName = invitee.Person!.GivenName,
                FamilyName = invitee.Person.FamilyName,
                School = invitee.Organisation!.Name,
                First = pair.First,
                Second = pair.Second,
            });
        People = await differing.PageAsync(Orders, query, cancellation);
        var better = await differing.CountAsync(person => person.Second < person.First, cancellation);
        Words = $"In run {other.Number}, {Count.Of(better, "person is", "people are")} nearer to their best day than in run {one.Number}, and {Count.Of(People.Total - better, "is", "are")} further from it.";
        return Page();
    }

    public sealed class Person
    {
        public Guid Invitee { get; init; }

        public string GivenName { get; init; } = "";

        public string FamilyName { get; init; } = "";

        public string School { get; init; } = "";

        public int First { get; init; }

        public int Second { get; init; }

        public string Name => $"{GivenName} {FamilyName}";
    }
}
