using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Guildhall.Web.Platform.Database;

/// <summary>Instants are stored in UTC. One of any other kind is a mistake, found here rather than in somebody's calendar.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Utc ? instant : Refuse(instant),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Refuse(DateTime instant) =>
        throw new ArgumentException($"An instant to be stored must be in UTC, not {instant.Kind}.", nameof(instant));
}
