using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>The day's name, date, venue and rules.</summary>
[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, AuditTrail audit, TimeProvider clock) : DayPage
{
    [BindProperty]
    public DayInput Input { get; set; } = new();

    [BindProperty, DataType(DataType.DateTime)]
    public DateTime? ChooseUntil { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public void OnGet()
    {
        Version = Day.Version;
        ChooseUntil = Day.ChooseUntil is { } deadline ? UkTime.ToUk(deadline) : null;
        Input = new DayInput
        {
            Name = Day.Name,
            Date = Day.Date,
            Venue = Day.Venue,
            Introduction = Day.Introduction,
            WishesAllowed = Day.WishesAllowed,
            SchoolCap = Day.SchoolCap,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var slots = await db.Slots.CountAsync(slot => slot.DayId == Day.Id, cancellation);
        if (Input.WishesAllowed < slots)
            ModelState.AddModelError("Input.WishesAllowed", $"There are {slots} slots: let people rank {slots} workshops or more");
        var deadline = ReadDeadline();
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Day, Version);
        var was = (Day.Date, Day.ChooseUntil);
        Input.CopyTo(Day);
        Day.ChooseUntil = deadline;
        audit.Record(Deed(was.Date, was.ChooseUntil), Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        this.Flash("Saved.");
        return LocalRedirect(To("day"));
    }

    private DateTime? ReadDeadline()
    {
        // To the minute: a deadline that was left as it is may well have passed.
        if (Day.ChooseUntil is not { } current || (ChooseUntil is { } same && Math.Abs((UkTime.ToUk(current) - same).TotalMinutes) < 1))
            return Day.ChooseUntil;
        if (ChooseUntil is not { } given)
            ModelState.AddModelError(nameof(ChooseUntil), "Say until when people choose");
        else if (Deadline.TryRead(given, Input.Date ?? Day.Date, clock.GetUtcNow().UtcDateTime, out var utc, out var problem))
            return utc;
        else
            ModelState.AddModelError(nameof(ChooseUntil), problem);
        return current;
    }

    private string Deed(DateOnly date, DateTime? deadline)
    {
        if (Day.ChooseUntil is { } now && deadline is { } before && now != before)
            return $"changed the deadline from {UkTime.Words(before)} to {UkTime.Words(now)}";
        return Day.Date != date ? $"moved the day from {UkTime.Words(date)} to {UkTime.Words(Day.Date)}" : "changed the day's name, venue, introduction or rules";
    }
}
