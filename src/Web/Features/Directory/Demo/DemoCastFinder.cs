using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>Finds those whom a visitor can be, in a database that was filled earlier.</summary>
public static class DemoCastFinder
{
    public static async Task<IReadOnlyList<(Person Person, string Description)>> FindAsync(AppDb db, CancellationToken cancellation)
    {
        var cast = await db.People.Where(person => person.DemoPart != null)
            .OrderBy(person => person.DemoPart).AsNoTracking().ToListAsync(cancellation);
        return [.. cast.Select(person => (person, DemoCast.Descriptions[person.DemoPart!.Value]))];
    }
}
