using System.ComponentModel.DataAnnotations;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What an organiser says about a day as a whole.</summary>
public class DayInput
{
    [Required, StringLength(TrainingDay.NameLength), Display(Name = "Name of the day")]
    public string Name { get; set; } = "";

    [Required]
    public DateOnly? Date { get; set; }

    [StringLength(TrainingDay.VenueLength)]
    public string? Venue { get; set; }

    [StringLength(TrainingDay.TextLength), DataType(DataType.MultilineText), Display(Name = "What people read before they choose")]
    public string? Introduction { get; set; }

    [Required, Range(1, TrainingDay.MostWishes), Display(Name = "How many workshops a person may rank")]
    public int? WishesAllowed { get; set; } = 6;

    [Range(1, Room.MostSeats), Display(Name = "Most people of one school in a session")]
    public int? SchoolCap { get; set; }

    public void CopyTo(TrainingDay day)
    {
        day.Name = Name.Trim();
        day.Date = Date!.Value;
        day.Venue = Venue?.Trim() ?? "";
        day.Introduction = Introduction?.Trim() ?? "";
        day.WishesAllowed = WishesAllowed!.Value;
        day.SchoolCap = SchoolCap;
    }
}
