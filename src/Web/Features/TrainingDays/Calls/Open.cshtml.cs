using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>Opens the call for the first time or again, or moves its deadline while it is open.</summary>
[Needs<OrganiseDay>]
public sealed class OpenModel(AppDb db, Viewer viewer, DayLifecycle lifecycle, TimeProvider clock) : CallPage(db)
{
    [BindProperty, Required, DataType(DataType.DateTime), Display(Name = "Deadline")]
    public DateTime? OfferUntil { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string WhatHappens { get; private set; } = "";

    public DayStep Step => Day.Stage switch
    {
        DayStage.Call => DayStep.ChangeOfferDeadline,
        DayStage.Review => DayStep.ReopenCall,
        _ => DayStep.OpenCall,
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await PrepareAsync(cancellation))
            return LocalRedirect(To("day"));
        Version = Day.Version;
        OfferUntil = Day.OfferUntil is { } deadline && deadline > Now ? UkTime.ToUk(deadline) : Deadline.Proposed(Day.Date, Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await PrepareAsync(cancellation))
            return LocalRedirect(To("day"));
        var utc = default(DateTime);
        if (OfferUntil is { } given && !Deadline.TryRead(given, Day.Date, Now, out utc, out var problem))
            ModelState.AddModelError(nameof(OfferUntil), problem);
        if (!ModelState.IsValid)
            return Page();
        Db.Expect(Day, Version);
        var deed = Step switch
        {
            DayStep.OpenCall => $"opened the call for workshops until {utc.Words()}",
            DayStep.ReopenCall => $"opened the call for workshops again until {utc.Words()}",
            _ => $"changed the deadline for offers to {utc.Words()}",
        };
        Day.OfferUntil = utc;
        await lifecycle.TakeAsync(Day, Step, deed, cancellation);
        this.Flash($"Workshops can be offered until {utc.Words()}.");
        return LocalRedirect(To("day"));
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        var figures = await DayFigures.CountAsync(Db, Day, cancellation);
        if (!new DayStages(Day, figures, Now).Allows(Step))
            return false;
        var people = await new DayPeople(Db, viewer, Day).PostsInCircle.Select(post => post.PersonId).Distinct().CountAsync(cancellation);
        WhatHappens = Step == DayStep.ChangeOfferDeadline
            ? $"{Count.Of(figures.Offers.Submitted, "offer has", "offers have")} come in so far. Nothing that anybody has written is lost."
            : $"{Count.People(people)} of your schools can then see the brief and offer workshops. No mail is sent by this.";
        return true;
    }
}
