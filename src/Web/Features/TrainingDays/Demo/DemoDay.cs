using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Demo;
using Guildhall.Web.Platform.Jobs;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>The training day of examples/day: 60 workshops in three slots, 850 people, and what they chose.</summary>
public sealed class DemoDay(
    AppDb db, PlanDay planner, LivePlaces places, DemoReviews reviews, DemoRegisters registers, DemoAfterwards afterwards, ProgrammeTeller teller,
    IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Introduction =
        "One day, all 14 schools, three workshops each. Rank at least three, better six: everybody's choice counts the same, "
        + "whenever it is made. You can change it until the deadline.";

    public async Task AddAsync(DemoPeople demo, DemoStage stage)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var times = DemoTimes.Of(stage, now);
        var day = new TrainingDay
        {
            OrganisationId = demo.Trust.Id,
            Name = "Trust training day",
            Date = times.Date,
            Venue = "Greenbank High School, Calderbridge",
            Introduction = Introduction,
            Stage = stage switch { <= DemoStage.Review => DayStage.Call, DemoStage.Collecting => DayStage.Choosing, _ => DayStage.Allocating },
            OfferUntil = times.OfferUntil,
            ChooseUntil = times.ChooseUntil,
        };
        db.TrainingDays.Add(day);
        var programme = DemoProgramme.AddTimes(db, day, times.Shift);
        var offers = DemoOffers.Add(db, day, demo, stage, now);
        var hasProgramme = stage > DemoStage.Review;
        if (hasProgramme)
            programme.AddWorkshops(db, day, demo, offers);
        var invitees = new Dictionary<string, Invitee>(StringComparer.Ordinal);
        foreach (var (index, row) in demo.Rows.Index())
        {
            var hasChosen = hasProgramme && (stage != DemoStage.Collecting || index % 5 > 1);
            invitees[row.Id] = AddInvitee(day, demo, row, programme, hasChosen ? now.AddHours(-2 - (index % 90)) : null);
        }
        if (hasProgramme)
            Fix(demo, programme, invitees, now);
        await db.SaveChangesAsync();
        if (hasProgramme)
            await KeepVersionAsync(day, demo.Cast.TrustLead, times.OfferUntil);
        if (stage == DemoStage.Review)
            await reviews.AddAsync(day, demo);
        if (stage >= DemoStage.Published)
            await PublishAsync(day, demo.Cast.TrustLead, now);
        if (stage >= DemoStage.Today)
            await afterwards.BeginDayAsync(day);
        if (stage == DemoStage.Today)
            await registers.AddAsync(day, demo, (int)now.ToUk().TimeOfDay.TotalMinutes);
        if (stage == DemoStage.Closed)
        {
            await registers.AddAsync(day, demo, minute: int.MaxValue);
            await afterwards.CloseAsync(day);
        }
    }

    /// <summary>What people were told of the programme when choosing opened.</summary>
    private async Task KeepVersionAsync(TrainingDay day, Person lead, DateTime callClosed)
    {
        db.ProgrammeVersions.Add(new ProgrammeVersion
        {
            DayId = day.Id,
            Number = 1,
            Note = "Choosing opened",
            PublishedById = lead.Id,
            PublishedAt = callClosed.AddDays(3),
            Content = PackedJson.Pack(await teller.NowAsync(day.Id, CancellationToken.None)),
        });
        await db.SaveChangesAsync();
    }

    private void Fix(DemoPeople demo, DemoProgramme programme, Dictionary<string, Invitee> invitees, DateTime now)
    {
        foreach (var row in DemoRows.FixedPlaces())
        {
            db.FixedPlaces.Add(new FixedPlace
            {
                InviteeId = invitees[row.Person].Id,
                SessionId = programme.Sessions[(row.Workshop, row.Slot)].Id,
                Reason = row.Reason,
                FixedById = demo.Cast.TrustLead.Id,
                FixedAt = now.AddDays(-2),
            });
        }
    }

    /// <summary>The same planner and the same rows as for a real day; only the mails are not written.</summary>
    private async Task PublishAsync(TrainingDay day, Person lead, DateTime now)
    {
        var run = new AllocationRun { DayId = day.Id, Number = 1, Seed = 1, StartedById = lead.Id, StartedAt = now, AdoptedAt = now };
        var job = new JobRun
        {
            Kind = PlanDay.Kind,
            SubjectId = run.Id,
            StartedBy = lead.Id,
            Title = "Finding places",
            ReturnPath = $"/training-days/allocations/run/{run.Id}",
            State = JobState.Done,
            CreatedAt = now,
            EndedAt = now,
        };
        db.AllocationRuns.Add(run);
        db.JobRuns.Add(job);
        await db.SaveChangesAsync();
        planner.GainLimit = TimeSpan.FromSeconds(5);
        job.Words = await planner.RunAsync(job, new JobProgress(job.Id, scopes), CancellationToken.None);
        day.AdoptedRunId = run.Id;
        await using var deed = await db.Database.BeginTransactionAsync();
        await places.BeginAsync(day, CancellationToken.None);
        day.Stage = DayStage.Published;
        day.PublishedAt = now;
        await db.SaveChangesAsync();
        await deed.CommitAsync();
    }

    private Invitee AddInvitee(TrainingDay day, DemoPeople demo, DemoPersonRow row, DemoProgramme programme, DateTime? chosenAt)
    {
        var person = demo.People[row.Id];
        var invitee = new Invitee
        {
            DayId = day.Id,
            PersonId = person.Id,
            OrganisationId = demo.Organisations[row.School].Id,
            RoleGroup = DemoJobs.Of(row).Group,
            Carry = row.Carry,
            AwaySlots = [.. Parts(row.Away).Select(slot => programme.Slots[slot].Id)],
            ChosenAt = row.Choices.Count > 0 ? chosenAt : null,
        };
        if (invitee.ChosenAt is not null)
        {
            foreach (var (index, code) in row.Choices.Index())
                invitee.Choices.Add(new Choice { InviteeId = invitee.Id, WorkshopId = programme.Workshops[code].Id, Rank = index + 1 });
        }
        foreach (var code in row.Presented.Where(programme.Workshops.ContainsKey))
            programme.Workshops[code].Presenters.Add(new Presenter { WorkshopId = programme.Workshops[code].Id, PersonId = person.Id });
        db.Invitees.Add(invitee);
        return invitee;
    }

    private static string[] Parts(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
