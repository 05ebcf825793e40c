using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Opens choosing for the first time or again, or moves the deadline while it is open.</summary>
[Needs<OrganiseDay>]
public sealed class OpenChoosingModel(AppDb db, DayLifecycle lifecycle, TimeProvider clock) : DayPage
{
    [BindProperty, Required, DataType(DataType.DateTime), Display(Name = "Deadline")]
    public DateTime? ChooseUntil { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string Question => Step switch
    {
        DayStep.OpenChoosing => "Open choosing",
        DayStep.ReopenChoosing => "Open choosing again",
        _ => "Change the deadline",
    };

    public string Button => Step == DayStep.ChangeDeadline ? "Change the deadline" : Question;

    public string WhatHappens { get; private set; } = "";

    private DayStep Step => Day.Stage switch
    {
        DayStage.Choosing => DayStep.ChangeDeadline,
        DayStage.Allocating => DayStep.ReopenChoosing,
        _ => DayStep.OpenChoosing,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await PrepareAsync(cancellation))
            return LocalRedirect(To("day"));
        Version = Day.Version;
        var now = Now;
        ChooseUntil = Day.ChooseUntil is { } deadline && deadline > now ? UkTime.ToUk(deadline) : Deadline.Proposed(Day.Date, now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await PrepareAsync(cancellation))
            return LocalRedirect(To("day"));
        var utc = default(DateTime);
        if (ChooseUntil is { } given && !Deadline.TryRead(given, Day.Date, Now, out utc, out var problem))
            ModelState.AddModelError(nameof(ChooseUntil), problem);
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Day, Version);
        var done = Step == DayStep.ChangeDeadline ? "The deadline is changed" : "Choosing is open";
        var deed = Step switch
        {
            DayStep.OpenChoosing => $"opened choosing until {UkTime.Words(utc)}",
            DayStep.ReopenChoosing => $"opened choosing again until {UkTime.Words(utc)}",
            _ => $"changed the deadline to {UkTime.Words(utc)}",
        };
        Day.ChooseUntil = utc;
        await lifecycle.TakeAsync(Day, Step, deed, cancellation);
        this.Flash($"{done}: people choose until {UkTime.Words(utc)}.");
        return LocalRedirect(To("day"));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        var figures = await DayFigures.CountAsync(db, Day, cancellation);
        if (!new DayStages(Day, figures, Now).Allows(Step))
        {
            this.Flash(Day.IsPublished ? "The day is published, so choosing stays closed." : "Something is still missing before people can choose.", Kind.Warning);
            return false;
        }
        WhatHappens = Step switch
        {
            DayStep.OpenChoosing => $"{Count.People(figures.Invited)} can then read about {Count.Of(figures.Workshops, "workshop", "workshops")} and choose. No mail is sent by this; remind people from the page “Who has not chosen”.",
            DayStep.ReopenChoosing => $"People can choose and change their choices again. What {Count.People(figures.Chosen)} chose is kept{(Day.AdoptedRunId is null ? "." : ", and the places already given stay until you give them anew.")}",
            _ => $"{figures.Chosen} of {Count.People(figures.Invited)} have chosen so far. Nobody loses what they have chosen.",
        };
        return true;
    }
}
