using System.Globalization;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>What the button sends that pins a session, or takes its pin back. A form for each session would make the page of a full board twice as large.</summary>
public static class BoardPin
{
    public static string Value(BoardRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Session:N}.{run.Version}.{!run.IsPinned}");

    /// <summary>Reads what a button sent; null for what no button sends.</summary>
    public static (Guid Session, int Version, bool IsPinned)? Read(string? value) =>
        value?.Split('.') is [var id, var version, var pinned] && Guid.TryParse(id, out var session)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && bool.TryParse(pinned, out var isPinned)
            ? (session, number, isPinned)
            : null;
}
