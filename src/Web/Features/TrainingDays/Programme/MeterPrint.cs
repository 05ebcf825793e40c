using System.Security.Cryptography;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>
/// The print of all that a forecast follows from but the places on the board: slots, seats, workshops with who may and who presents, and what
/// each person would like. Pins, and how often a workshop is to run, bind who makes a programme; they change nothing for one that is there.
/// </summary>
internal static class MeterPrint
{
    private const int Nothing = -1;

    public static byte[] Of(ProgrammeInput input)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        foreach (var slot in Counted(input.Slots))
        {
            Write(slot.Id);
            writer.Write(slot.Label);
        }
        foreach (var room in Counted(input.Rooms))
        {
            Write(room.Id);
            writer.Write(room.Seats);
        }
        foreach (var workshop in Counted(input.Workshops))
        {
            Write(workshop.Id);
            writer.Write(workshop.Smallest);
            writer.Write(workshop.Largest ?? Nothing);
            foreach (var group in Counted(workshop.Audience))
                writer.Write((int)group);
            WriteAll(workshop.Presenters);
        }
        foreach (var person in Counted(input.People))
        {
            Write(person.Person);
            writer.Write(person.RoleGroup is { } group ? (int)group : Nothing);
            writer.Write(person.Carry);
            writer.Write(person.WishesAreStars);
            WriteAll(person.Away);
            WriteAll(person.Wishes);
        }
        writer.Flush();
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));

        // How many follow stands before them, so that no two inputs have the same bytes.
        IReadOnlyList<T> Counted<T>(IReadOnlyList<T> rows)
        {
            writer.Write(rows.Count);
            return rows;
        }

        void WriteAll(IReadOnlyList<Guid> ids)
        {
            foreach (var id in Counted(ids))
                Write(id);
        }

        void Write(Guid id)
        {
            Span<byte> bytes = stackalloc byte[16];
            id.TryWriteBytes(bytes);
            writer.Write(bytes);
        }
    }
}
