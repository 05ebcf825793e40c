using Guildhall.Web.Features.TrainingDays.Programme;

namespace Guildhall.Web.Tests.Features.TrainingDays.Programme;

/// <summary>What is said of a place before a session is put there, from a part of the board, is what the whole board says once it is there.</summary>
public sealed class BoardViewTests
{
    private const int Slots = 3;
    private const int Rooms = 4;
    private const int Workshops = 6;

    [Fact]
    public void What_would_be_wrong_at_a_place_is_what_is_wrong_once_it_is_taken()
    {
        var said = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var input = Input(new Random(seed));
            var view = new ProgrammeBoardView(input);
            view.Errors.ShouldBeEmpty();
            var known = view.Conflicts.Select(conflict => conflict.Words).ToHashSet(StringComparer.Ordinal);
            foreach (var run in input.Runs.Concat(input.WithoutRoom))
            {
                foreach (var slot in input.Slots)
                {
                    foreach (var room in input.Rooms)
                    {
                        // A pin would move with its session, and the board as it is then would say nothing of it.
                        if (run.IsPinned || view.In(room.Id, slot.Id) is { IsPinned: true })
                            continue;
                        var wrong = view.WrongAt(run, slot.Id, room.Id);
                        var whole = new ProgrammeBoardView(Moved(view, run, slot.Id, room.Id)).Conflicts.Select(conflict => conflict.Words);
                        wrong.ShouldBe(whole.Distinct(StringComparer.Ordinal).Where(words => !known.Contains(words)), $"seed {seed}");
                        said += wrong.Count;
                    }
                }
            }
        }
        said.ShouldBeGreaterThan(300, "something was wrong often enough for this to be a test");
    }

    /// <summary>The board as a move makes it; seats, which a move changes, are left out of this.</summary>
    private static ProgrammeInput Moved(ProgrammeBoardView view, BoardRun run, Guid slot, Guid room)
    {
        var (input, other) = (view.Input, view.In(room, slot));
        List<BoardRun> runs = [.. input.Runs.Where(one => one.Session != run.Session && one.Session != other?.Session), run with { Slot = slot, Room = room }];
        if (other is not null && other.Session != run.Session && run.Room is not null)
            runs.Add(other with { Slot = run.Slot, Room = run.Room });
        return input with { Runs = runs, WithoutRoom = [.. input.WithoutRoom.Where(one => one.Session != run.Session)] };
    }

    private static ProgrammeInput Input(Random chance)
    {
        List<ProgrammeSlot> slots = [.. Enumerable.Range(0, Slots).Select(number => new ProgrammeSlot(Guid.CreateVersion7(), $"Slot {number}", 540 + (75 * number)))];
        List<InputRoom> rooms = [.. Enumerable.Range(0, Rooms).Select(number => new InputRoom(Guid.CreateVersion7(), $"Room {number}", 10 + (10 * number), number < 2 ? "North" : "South"))];
        List<InputSpeaker> speakers = [.. Enumerable.Range(0, 4).Select(number => new InputSpeaker(Guid.CreateVersion7(), $"Speaker {number}"))];
        List<InputWorkshop> workshops =
        [
            .. Enumerable.Range(0, Workshops).Select(number => new InputWorkshop(
                Guid.CreateVersion7(), $"W{number}", "Title", Smallest: chance.Next(2) * 15, Largest: null, MostRuns: Slots,
                AwaySlots: chance.Next(3) == 0 ? [slots[chance.Next(Slots)].Id] : [],
                SuitableRooms: chance.Next(3) == 0 ? [rooms[chance.Next(Rooms)].Id] : [],
                Audience: [],
                Presenters: [.. speakers.Where(_ => chance.Next(3) == 0).Select(speaker => speaker.Person)])),
        ];
        var (runs, without) = (new List<BoardRun>(), new List<BoardRun>());
        foreach (var slot in slots)
        {
            foreach (var (index, room) in rooms.Index())
            {
                // Each workshop at most once in a slot, as the database has it.
                var workshop = workshops[(index + chance.Next(2) + runs.Count(one => one.Slot == slot.Id)) % Workshops];
                if (chance.Next(3) == 0 || runs.Concat(without).Any(one => one.Slot == slot.Id && one.Workshop == workshop.Id))
                    continue;
                var run = new BoardRun(Guid.CreateVersion7(), workshop.Id, slot.Id, chance.Next(6) == 0 ? null : room.Id, Seats: 0, Minimum: 0, IsPinned: chance.Next(4) == 0, Taken: 0, Version: 0);
                (run.Room is null ? without : runs).Add(run);
            }
        }
        return new ProgrammeInput(slots, rooms, workshops, runs, without, People: [], speakers);
    }
}
