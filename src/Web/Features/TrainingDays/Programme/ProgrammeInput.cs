using System.Globalization;
using Guildhall.Planning.Programme;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Allocations;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>A day's board and what people would like, as the planner of programmes sees them: what is stored with a suggestion.</summary>
/// <param name="Slots">In the order of the day.</param>
/// <param name="Rooms">The rooms.</param>
/// <param name="Workshops">The workshops.</param>
/// <param name="Runs">The sessions that have a room.</param>
/// <param name="WithoutRoom">The sessions that have none.</param>
/// <param name="People">Those who are invited.</param>
/// <param name="Speakers">Those who present and are not invited.</param>
public sealed record ProgrammeInput(
    IReadOnlyList<ProgrammeSlot> Slots,
    IReadOnlyList<InputRoom> Rooms,
    IReadOnlyList<InputWorkshop> Workshops,
    IReadOnlyList<BoardRun> Runs,
    IReadOnlyList<BoardRun> WithoutRoom,
    IReadOnlyList<InterestedPerson> People,
    IReadOnlyList<InputSpeaker> Speakers)
{
    /// <summary>Sessions that stay in their slots, though not pinned, since people have fixed places in them.</summary>
    public IReadOnlyList<Guid> Staying { get; init; } = [];

    /// <summary>The board as it is.</summary>
    public ProgrammeBoard Board => BoardOf(Runs);

    public ProgrammeBoard BoardOf(IEnumerable<BoardRun> runs)
    {
        var slots = Slots.ToDictionary(slot => slot.Id, slot => slot.Label);
        return new([.. runs.Select(run => new ProgrammeRun(Key(run.Workshop), slots[run.Slot], Key(run.Room!.Value)))]);
    }

    /// <summary>Makes the planner's problem; what is wrong is said in words.</summary>
    public bool TryBuild(out ProgrammeProblem? problem, out IReadOnlyList<string> errors)
    {
        var slots = Slots.ToDictionary(slot => slot.Id, slot => slot.Label);
        var rooms = Rooms.Select(room => room.Id).ToHashSet();
        var sessions = Runs.Concat(WithoutRoom).CountBy(run => run.Workshop).ToDictionary();
        return new ProgrammeProblemBuilder()
            .AddSlots(Slots.Select(slot => slot.Label))
            .AddRooms(Rooms.Select(room => new ProgrammeRoom(Key(room.Id), room.Seats) { Name = room.Name, Site = room.Site }))
            .AddWorkshops(Workshops.Select(workshop => Of(workshop, slots, rooms, sessions.GetValueOrDefault(workshop.Id))))
            .AddPeople(People.Select(person => new ProgrammePerson(Key(person.Person))
            {
                Name = person.Name,
                Group = person.RoleGroup?.ToString() ?? "",
                Away = [.. person.Away.Where(slots.ContainsKey).Select(slot => slots[slot])],
                Wishes = [.. person.Wishes.Select(Key)],
                WishesAreEqual = person.WishesAreStars,
                Carry = person.Carry,
            }))
            .AddPins(Runs.Where(run => run.IsPinned).Select(run => new ProgrammePin(Key(run.Workshop), slots[run.Slot], Key(run.Room!.Value))))
            .AddPins(WithoutRoom.Where(run => run.IsPinned).Concat(Runs.Where(run => !run.IsPinned && Staying.Contains(run.Session)))
                .Select(run => new ProgrammePin(Key(run.Workshop), slots[run.Slot], Room: null)))
            .TryBuild(out problem, out errors);
    }

    private static ProgrammeWorkshop Of(InputWorkshop workshop, Dictionary<Guid, string> slots, HashSet<Guid> rooms, int sessions)
    {
        string[] suitable = [.. workshop.SuitableRooms.Where(rooms.Contains).Select(Key)];
        return new ProgrammeWorkshop(Key(workshop.Id))
        {
            Title = $"{workshop.Code} {workshop.Title}",
            Presenters = [.. workshop.Presenters.Select(Key)],
            UnavailableSlots = [.. workshop.AwaySlots.Where(slots.ContainsKey).Select(slot => slots[slot])],
            Rooms = suitable.Length == 0 ? null : suitable,
            Smallest = workshop.Smallest,
            Largest = workshop.Largest,
            // Who has not said how often they would present is taken at what stands on the board, no more and no less.
            FewestRuns = workshop.MostRuns is null ? Math.Max(1, sessions) : 1,
            MostRuns = workshop.MostRuns ?? Math.Max(1, sessions),
            Groups = [.. workshop.Audience.Select(group => group.ToString())],
        };
    }

    /// <summary>A sentence of the planner, which knows whom nobody invited by their key alone.</summary>
    public string Named(string sentence) =>
        Speakers.Aggregate(sentence, (words, speaker) => words.Replace(Key(speaker.Person), speaker.Name, StringComparison.Ordinal));

    public static string Key(Guid id) => AllocationInput.Key(id);
}

public sealed record ProgrammeSlot(Guid Id, string Name, int StartMinute)
{
    /// <summary>The planner's name of the slot, which its sentences say too.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Name} ({TimeOnly.MinValue.AddMinutes(StartMinute):HH\\:mm})");
}

public sealed record InputRoom(Guid Id, string Name, int Seats, string Site);

public sealed record InputWorkshop(
    Guid Id, string Code, string Title, int Smallest, int? Largest, int? MostRuns, IReadOnlyList<Guid> AwaySlots, IReadOnlyList<Guid> SuitableRooms,
    IReadOnlyList<RoleGroup> Audience, IReadOnlyList<Guid> Presenters);

/// <summary>A session on the board.</summary>
public sealed record BoardRun(Guid Session, Guid Workshop, Guid Slot, Guid? Room, int Seats, int Minimum, bool IsPinned, int Taken, int Version);

/// <summary>Somebody who is invited, with what they would like: their ranked choices if they have chosen, otherwise their stars.</summary>
public sealed record InterestedPerson(
    Guid Person, string Name, RoleGroup? RoleGroup, IReadOnlyList<Guid> Away, IReadOnlyList<Guid> Wishes, bool WishesAreStars, int Carry);

public sealed record InputSpeaker(Guid Person, string Name);
