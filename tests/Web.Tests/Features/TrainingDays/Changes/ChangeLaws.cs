using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

/// <summary>What holds on any day after any changes, recounted from the rows without the rules' own code.</summary>
public sealed class ChangeLaws
{
    private const int Deeds = 60;

    [Theory, BothEngines]
    public async Task After_any_changes_everybody_sits_once_and_no_seat_is_left_to_those_who_wait(App app)
    {
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            var day = await DayAsync(app, cap: seed % 2 == 0 ? 1 : null);
            var invitees = await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
            var sessions = await app.Db(db => db.Sessions.Where(row => row.Workshop!.DayId == day.Id).OrderBy(row => row.Id).Select(row => new { row.Id, row.SlotId }).ToListAsync());
            for (var number = 0; number < Deeds; number++)
            {
                var who = invitees[chance.Next(invitees.Count)];
                var session = sessions[chance.Next(sessions.Count)];
                var deed = number < 15 ? "take" : chance.Next(16) switch { < 3 => "take", < 6 => "wait", < 9 => "drop", 9 => "away", 10 => "back", 11 => "stop", < 14 => "offer", _ => "swap" };
                // Who offers has a place beside a full session.
                if (deed == "offer" && await GiversAsync(app, day) is { Count: > 0 } givers)
                {
                    var giver = givers[chance.Next(givers.Count)];
                    (who, session) = (giver.Who, sessions.First(row => row.Id == giver.Wanted));
                }
                // Who accepts an offer sits in the session that is wanted.
                if (deed == "swap" && await ChancesAsync(app, day) is { Count: > 0 } found)
                {
                    var taker = found[chance.Next(found.Count)];
                    (who, session) = (taker.Who, sessions.First(row => row.Id == taker.Wanted));
                }
                // Who has an apology to take back is somebody in particular.
                if (deed == "back" && await app.Db(db => db.Apologies.Where(row => row.Invitee!.DayId == day.Id).OrderBy(row => row.Id).FirstOrDefaultAsync()) is { } said)
                    (who, session) = (said.InviteeId, sessions.First(row => row.SlotId == said.SlotId));
                if (await DoAsync(app, day, who, session.Id, session.SlotId, deed))
                    done[deed] = done.GetValueOrDefault(deed) + 1;
                (await FaultsAsync(app, day.Id)).ShouldBeEmpty($"seed {seed}, deed {number}: {deed}");
            }
        }
        done["moved up"] = await app.Db(db => db.AuditEntries.CountAsync(entry => entry.Deed.Contains("moved up from the waiting list")));
        foreach (var deed in new[] { "take", "wait", "drop", "away", "back", "offer", "swap", "moved up" })
            done.GetValueOrDefault(deed).ShouldBeGreaterThan(0, $"{deed} was never done, so nothing was tried; done: {string.Join(", ", done.Select(pair => $"{pair.Key} {pair.Value}"))}");
    }

    private static async Task<bool> DoAsync(App app, TrainingDay day, Guid who, Guid session, Guid slot, string deed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<ChangeDesk>();
        var held = await scope.ServiceProvider.GetRequiredService<AppDb>().Places
            .Where(place => place.RunId == day.LiveRunId && place.InviteeId == who && place.SlotId == slot).Select(place => place.SessionId).SingleOrDefaultAsync();
        if (deed is "offer" or "swap")
        {
            var swaps = scope.ServiceProvider.GetRequiredService<SwapDesk>();
            if (deed == "offer")
                return (await swaps.OfferAsync(day, who, session, CancellationToken.None)).IsDone;
            var offer = await scope.ServiceProvider.GetRequiredService<AppDb>().SwapOffers.Where(row => row.WantedSessionId == session && row.InviteeId != who)
                .OrderBy(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
            return (await swaps.AcceptAsync(day, who, offer, CancellationToken.None)).IsDone;
        }
        return (deed switch
        {
            "take" => await desk.TakeAsync(day, who, session, held, CancellationToken.None),
            "wait" => await desk.WaitAsync(day, who, session, CancellationToken.None),
            "drop" => await desk.DropAsync(day, who, slot, held, CancellationToken.None),
            "away" => await desk.ApologiseAsync(day, who, [slot], "", CancellationToken.None),
            "back" => await desk.ComeAfterAllAsync(day, who, slot, CancellationToken.None),
            _ => await desk.StopWaitingAsync(day, who, session, CancellationToken.None),
        }).IsDone;
    }

    private static Task<List<Chance>> ChancesAsync(App app, TrainingDay day) => app.Db(db => db.SwapOffers.Where(offer => offer.Invitee!.DayId == day.Id)
        .OrderBy(offer => offer.Id)
        .Join(db.Places.Where(place => place.RunId == day.LiveRunId), offer => offer.WantedSessionId, place => place.SessionId,
            (offer, place) => new Chance(place.InviteeId, offer.WantedSessionId))
        .ToListAsync());

    private static Task<List<Chance>> GiversAsync(App app, TrainingDay day) => app.Db(db => db.Places
        .Where(place => place.RunId == day.LiveRunId && place.SessionId != null).OrderBy(place => place.Id)
        .Join(db.Sessions.Where(full => full.Workshop!.DayId == day.Id && full.Taken == full.Seats), place => place.SlotId, full => full.SlotId,
            (place, full) => new { place.InviteeId, place.SessionId, Full = full.Id })
        .Where(pair => pair.SessionId != pair.Full)
        .Select(pair => new Chance(pair.InviteeId, pair.Full))
        .ToListAsync());

    private sealed record Chance(Guid Who, Guid Wanted);

    /// <summary>Three slots, three workshops with two seats each, nine people of two schools; one presents, one workshop is for some only.</summary>
    private static async Task<TrainingDay> DayAsync(App app, int? cap)
    {
        var (near, far) = (await app.World.School(), await app.World.School());
        var people = new List<Person>();
        for (var number = 0; number < 9; number++)
            people.Add(await app.World.Person(number % 2 == 0 ? near : far, number == 8 ? RoleGroup.SiteAndPremises : RoleGroup.Teacher));
        var day = await app.World.Day(stage: DayStage.Published, slots: 3, workshops: 2, seats: 2, invitees: people);
        var special = await app.World.Workshop(day, audience: [RoleGroup.Teacher], presenter: people[0]);
        foreach (var slot in day.Slots.Take(2))
            await app.World.Session(special, slot, seats: 1);
        return await app.World.GoLive(day, cap);
    }

    private static Task<List<string>> FaultsAsync(App app, Guid id) => app.Db(async db =>
    {
        var faults = new List<string>();
        var day = await db.TrainingDays.AsNoTracking().SingleAsync(row => row.Id == id);
        var sessions = await db.Sessions.AsNoTracking().Include(row => row.Workshop).Where(row => row.Workshop!.DayId == id).ToListAsync();
        var presenters = await db.Presenters.AsNoTracking().ToListAsync();
        var invitees = await db.Invitees.AsNoTracking().Where(row => row.DayId == id).ToListAsync();
        var places = await db.Places.AsNoTracking().Where(row => row.RunId == day.LiveRunId && row.SessionId != null).ToListAsync();
        var waiting = await db.Waiting.AsNoTracking().Where(row => row.Invitee!.DayId == id).ToListAsync();
        Session Of(Guid session) => sessions.Single(row => row.Id == session);
        bool Presents(Invitee who, Guid workshop) => presenters.Exists(row => row.PersonId == who.PersonId && row.WorkshopId == workshop);
        bool IsKept(Invitee who, Session seat) =>
            who.AwaySlots.Contains(seat.SlotId) || sessions.Exists(row => row.SlotId == seat.SlotId && Presents(who, row.WorkshopId))
            || Presents(who, seat.WorkshopId) || (seat.Workshop!.Audience.Count > 0 && !seat.Workshop.Audience.Contains(who.RoleGroup));
        int FromSchool(Session seat, Invitee who) =>
            places.Count(place => place.SessionId == seat.Id && invitees.Single(row => row.Id == place.InviteeId).OrganisationId == who.OrganisationId);
        foreach (var offer in await db.SwapOffers.AsNoTracking().Where(row => row.Invitee!.DayId == id).ToListAsync())
        {
            if (!places.Exists(place => place.InviteeId == offer.InviteeId && place.SessionId == offer.SessionId))
                faults.Add("an offer of a place that they do not have");
        }
        foreach (var session in sessions)
        {
            var sitting = places.Count(place => place.SessionId == session.Id);
            if (sitting > session.Seats)
                faults.Add($"{sitting} people on {session.Seats} seats");
            if (sitting != session.Taken)
                faults.Add($"{sitting} people counted as {session.Taken}");
        }
        foreach (var who in invitees)
        {
            var own = places.Where(place => place.InviteeId == who.Id).Select(place => (place.SlotId, Seat: Of(place.SessionId!.Value))).ToList();
            if (own.Exists(place => place.SlotId != place.Seat.SlotId) || own.DistinctBy(place => place.SlotId).Count() < own.Count)
                faults.Add("a clash");
            if (own.DistinctBy(place => place.Seat.WorkshopId).Count() < own.Count)
                faults.Add("a workshop twice");
            if (own.Exists(place => IsKept(who, place.Seat)))
                faults.Add("a place against the rules");
            if (own.Exists(place => FromSchool(place.Seat, who) > day.SchoolCap))
                faults.Add("too many of a school");
            foreach (var seat in waiting.Where(row => row.InviteeId == who.Id).Select(row => Of(row.SessionId)))
            {
                if (seat.Taken < seat.Seats && !IsKept(who, seat) && !own.Exists(place => place.Seat.WorkshopId == seat.WorkshopId)
                    && (day.SchoolCap is null || FromSchool(seat, who) < day.SchoolCap))
                    faults.Add("somebody waits for a seat that is free");
            }
        }
        return faults;
    });
}
