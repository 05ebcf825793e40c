using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Support;

public sealed partial class World
{
    /// <summary>
    /// A training day in four weeks, with this many slots, rooms and workshops. Each workshop has a room of its own and runs in every slot.
    /// </summary>
    /// <param name="organisation">Who holds it; without one, a new trust.</param>
    /// <param name="stage">While it is called, two weeks are left to offer; from choosing on, people can choose for two weeks.</param>
    /// <param name="slots">How many slots, of an hour each.</param>
    /// <param name="workshops">How many workshops, with as many rooms.</param>
    /// <param name="seats">How many seats each room and each session has.</param>
    /// <param name="invitees">Who is invited, each from their first post.</param>
    public async Task<TrainingDay> Day(
        Organisation? organisation = null, DayStage stage = DayStage.Choosing, int slots = 2, int workshops = 0, int seats = 20,
        IEnumerable<Person>? invitees = null)
    {
        organisation ??= await Trust();
        var day = new TrainingDay
        {
            OrganisationId = organisation.Id,
            Name = $"Day {Code()}",
            Date = Today.AddDays(28),
            Stage = stage,
            OfferUntil = stage is DayStage.Call ? app.Clock.Now.AddDays(14) : stage is DayStage.Review or DayStage.Programme ? app.Clock.Now.AddDays(-1) : null,
            ChooseUntil = stage < DayStage.Choosing ? null : app.Clock.Now.AddDays(14),
            PublishedAt = stage >= DayStage.Published ? app.Clock.Now : null,
        };
        for (var number = 0; number < slots; number++)
            day.Slots.Add(new Slot { DayId = day.Id, Name = $"Slot {Code()}", StartMinute = 540 + (number * 75), EndMinute = 600 + (number * 75) });
        for (var number = 1; number <= workshops; number++)
        {
            var room = new Room { DayId = day.Id, Name = $"Room {Code()}", Seats = seats };
            day.Rooms.Add(room);
            var workshop = new Workshop { DayId = day.Id, Code = $"W{number:00}", Title = $"Workshop {Code()}" };
            foreach (var slot in day.Slots)
                workshop.Sessions.Add(new Session { WorkshopId = workshop.Id, SlotId = slot.Id, RoomId = room.Id, Seats = seats });
            day.Workshops.Add(workshop);
        }
        await Add(day);
        foreach (var person in invitees ?? [])
            await Invite(day, person);
        return day;
    }

    public Task<Slot> Slot(TrainingDay day, int startMinute, int endMinute) =>
        Add(new Slot { DayId = day.Id, Name = $"Slot {Code()}", StartMinute = startMinute, EndMinute = endMinute });

    public Task<Room> Room(TrainingDay day, int seats = 20) => Add(new Room { DayId = day.Id, Name = $"Room {Code()}", Seats = seats });

    /// <summary>A workshop that does not run yet.</summary>
    public async Task<Workshop> Workshop(TrainingDay day, RoleGroup[]? audience = null, Person? presenter = null)
    {
        var code = Code();
        var workshop = await Add(new Workshop { DayId = day.Id, Code = code, Title = $"Workshop {code}", Audience = [.. audience ?? []] });
        if (presenter is not null)
            await Add(new Presenter { WorkshopId = workshop.Id, PersonId = presenter.Id });
        return workshop;
    }

    public Task<Session> Session(Workshop workshop, Slot slot, Room? room = null, int seats = 20, int minimum = 0) =>
        Add(new Session { WorkshopId = workshop.Id, SlotId = slot.Id, RoomId = room?.Id, Seats = seats, Minimum = minimum });

    /// <summary>Invites somebody as what they are in their first post.</summary>
    public async Task<Invitee> Invite(TrainingDay day, Person person, int carry = 0)
    {
        var post = await app.Db(db => db.Posts.OrderBy(post => post.Id).FirstAsync(post => post.PersonId == person.Id));
        return await Add(new Invitee
        {
            DayId = day.Id,
            PersonId = person.Id,
            OrganisationId = post.OrganisationId,
            RoleGroup = post.RoleGroup,
            Carry = carry,
        });
    }

    /// <summary>What an invitee wishes for, the dearest first.</summary>
    public Task<Invitee> Choose(Invitee invitee, params Workshop[] wishes) => app.Db(async db =>
    {
        var chosen = await db.Invitees.SingleAsync(row => row.Id == invitee.Id);
        chosen.ChosenAt = app.Clock.Now;
        foreach (var (index, workshop) in wishes.Index())
            db.Add(new Choice { InviteeId = invitee.Id, WorkshopId = workshop.Id, Rank = index + 1 });
        await db.SaveChangesAsync();
        return chosen;
    });

    /// <summary>A finished run that gave these places, with a letter for each person; it is the one that counts.</summary>
    public Task<AllocationRun> AdoptedRun(TrainingDay day, Person startedBy, params (Invitee Invitee, Session Session, int? Wish)[] places) =>
        app.Db(async db =>
        {
            var run = new AllocationRun
            {
                DayId = day.Id,
                Number = 1 + await db.AllocationRuns.CountAsync(run => run.DayId == day.Id),
                StartedById = startedBy.Id,
                StartedAt = app.Clock.Now,
                AdoptedAt = app.Clock.Now,
                IsFinished = true,
                People = places.Select(place => place.Invitee.Id).Distinct().Count(),
                Figures = PackedJson.Pack(new RunFigures(places.Length, [places.Length], [], [], [], [])),
            };
            db.Add(run);
            foreach (var invitee in places.Select(place => place.Invitee.Id).Distinct())
                db.Add(new Letter { RunId = run.Id, InviteeId = invitee, Sentences = [$"Sentence {Code()}."] });
            foreach (var (invitee, session, wish) in places)
                db.Add(new Place { RunId = run.Id, InviteeId = invitee.Id, SlotId = session.SlotId, SessionId = session.Id, Wish = wish });
            (await db.TrainingDays.SingleAsync(row => row.Id == day.Id)).AdoptedRunId = run.Id;
            await db.SaveChangesAsync();
            return run;
        });
}
