using System.Globalization;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Three buttons that say whether somebody came.</summary>
/// <param name="Id">The person as invited; or the session, where all lines are one person's.</param>
/// <param name="Name">What the line is called, for those who hear the page.</param>
/// <param name="State">What counts now.</param>
/// <param name="Version">That of the row; null when there is none.</param>
public sealed record Marking(Guid Id, string Name, AttendanceState? State, int? Version)
{
    /// <summary>What a button sends. A form for each line would make the page of a full hall twice as large.</summary>
    public string Value(AttendanceState state) => string.Create(CultureInfo.InvariantCulture, $"{Id:N}.{state}.{Version}");

    /// <summary>Reads what a button sent; null for what no button sends.</summary>
    public static (Guid Id, AttendanceState State, int? Version)? Read(string? value)
    {
        if (value?.Split('.') is not [var id, var state, var version] || !Guid.TryParse(id, out var guid)
            || !Enum.TryParse(state, out AttendanceState parsed) || !Enum.IsDefined(parsed))
            return null;
        if (version.Length == 0)
            return (guid, parsed, null);
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (guid, parsed, number) : null;
    }
}
