using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Guildhall.Web.Platform.Database;

/// <summary>Keeps two people from overwriting each other.</summary>
public static class RowVersions
{
    /// <summary>Says which version of a row its form showed. Saving fails when somebody else has changed it since.</summary>
    public static void Expect(this AppDb db, IVersioned row, int version) =>
        db.Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;

    internal static void Raise(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
                entry.Entity.Version = entry.Property(row => row.Version).OriginalValue + 1;
        }
    }
}
