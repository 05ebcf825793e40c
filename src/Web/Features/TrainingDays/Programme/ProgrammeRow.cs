using Guildhall.Tables;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>A row of a programme's file as it was understood: one session.</summary>
internal sealed record ProgrammeRow
{
    public required TableRow Row { get; init; }

    public required string Code { get; init; }

    public string Title { get; init; } = "";

    public SlotName? Slot { get; init; }

    public string Room { get; init; } = "";

    public int? Seats { get; init; }

    public int Minimum { get; init; }

    /// <summary>Null when the file does not say; then it stays as it is.</summary>
    public List<RoleGroup>? Audience { get; init; }

    public string Summary { get; init; } = "";

    public string Presenters { get; init; } = "";
}

/// <summary>A slot as a file names it: by its name, or by the time at which it begins and perhaps ends.</summary>
internal sealed record SlotName(string Name, TimeOnly? Starts, TimeOnly? Ends)
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HH:mm:ss", "H:mm:ss"];

    public static SlotName Read(string cell)
    {
        var parts = cell.Split(['-', '–'], 2, StringSplitOptions.TrimEntries);
        var starts = Time(parts[0]);
        return new SlotName(cell, starts, starts is not null && parts.Length == 2 ? Time(parts[1]) : null);
    }

    /// <summary>Whether it is this slot of the day.</summary>
    public bool Is(Slot slot) =>
        string.Equals(slot.Name, Name, StringComparison.OrdinalIgnoreCase) || (Starts == slot.Starts && (Ends is null || Ends == slot.Ends));

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, Times, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : null;
}
