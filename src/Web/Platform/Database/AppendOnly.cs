using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Guildhall.Web.Platform.Database;

/// <summary>Refuses to change or delete rows that are written once. For the audit, triggers in the database refuse it, too.</summary>
internal static class AppendOnly
{
    public static void Guard(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries<IAppendOnly>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException($"A row of {entry.Metadata.GetTableName()} is never changed or deleted.");
        }
    }
}
