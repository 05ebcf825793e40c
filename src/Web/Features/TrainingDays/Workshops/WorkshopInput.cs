using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Workshops;

/// <summary>What an organiser says about a workshop and its sessions.</summary>
public sealed class WorkshopInput
{
    [Required, StringLength(Workshop.CodeLength)]
    public string Code { get; set; } = "";

    [Required, StringLength(Workshop.TitleLength)]
    public string Title { get; set; } = "";

    [StringLength(Workshop.SummaryLength), DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    [StringLength(Workshop.PresentersLength), Display(Name = "Who presents, as people should read it")]
    public string? PresenterNames { get; set; }

    public List<RoleGroup> Audience { get; set; } = [];

    [Range(0, TrainingDays.Room.MostSeats), Display(Name = "Fewest people")]
    public int? Smallest { get; set; }

    [Range(1, TrainingDays.Room.MostSeats), Display(Name = "Most people in one session")]
    public int? Largest { get; set; }

    [Range(1, Offers.Offer.MostRunsLimit), Display(Name = "How often it may run")]
    public int? MostRuns { get; set; }

    /// <summary>Slots in which it cannot run.</summary>
    public List<Guid> AwaySlots { get; set; } = [];

    /// <summary>Rooms that it can be held in; none = any.</summary>
    public List<Guid> SuitableRooms { get; set; } = [];

    /// <summary>One for each slot of the day.</summary>
    public List<SessionInput> Sessions { get; set; } = [];

    public int Version { get; set; }

    public void CopyTo(Workshop workshop)
    {
        workshop.Code = Code.Trim();
        workshop.Title = Title.Trim();
        workshop.Summary = Summary?.Trim() ?? "";
        workshop.PresenterNames = PresenterNames?.Trim() ?? "";
        workshop.Audience = [.. Audience.Distinct().Order()];
        workshop.Smallest = Smallest;
        workshop.Largest = Largest;
        workshop.MostRuns = MostRuns;
        workshop.AwaySlots = [.. AwaySlots.Distinct()];
        workshop.SuitableRooms = [.. SuitableRooms.Distinct()];
    }

    /// <summary>The code after the highest that looks like W07.</summary>
    public static string NextCode(IEnumerable<string> codes)
    {
        var highest = codes.Select(code => code.Length > 1 && code[0] is 'W' or 'w'
            && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"W{highest + 1:00}");
    }
}

/// <summary>Whether and where a workshop runs in a slot.</summary>
public sealed class SessionInput
{
    /// <summary>For <see cref="Room"/>: it runs, and the room is to be decided.</summary>
    public const string RoomOpen = "open";

    public Guid SlotId { get; set; }

    /// <summary>A room's key, <see cref="RoomOpen"/>, or nothing = it does not run in this slot.</summary>
    [Display(Name = "Room")]
    public string? Room { get; set; }

    [Range(0, TrainingDays.Room.MostSeats)]
    public int? Seats { get; set; }

    [Range(0, TrainingDays.Room.MostSeats), Display(Name = "Fewest people")]
    public int? Minimum { get; set; }

    public int Version { get; set; }

    public bool Runs => !string.IsNullOrEmpty(Room);

    public Guid? RoomId => Guid.TryParse(Room, out var id) ? id : null;
}
