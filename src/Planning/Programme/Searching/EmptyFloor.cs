namespace Guildhall.Planning.Programme.Searching;

/// <summary>
/// The slots that stay empty in every programme: in each slot those who are there and present nothing, less the seats of all rooms. A bound;
/// there may have to be more.
/// </summary>
internal static class EmptyFloor
{
    public static int Of(Facts facts)
    {
        var empty = 0;
        for (var slot = 0; slot < facts.Slots; slot++)
        {
            var want = Enumerable.Range(0, facts.People).Count(person => facts.Presents[person].Length == 0 && (facts.Away[person] >> slot & 1) == 0);
            var seats = 0;
            for (var room = 0; room < facts.Rooms; room++)
                seats += Enumerable.Range(0, facts.Workshops).Select(workshop => facts.MayStand(workshop, slot, room) ? facts.SeatsIn[(workshop * facts.Rooms) + room] : 0).DefaultIfEmpty().Max();
            empty += Math.Max(0, want - seats);
        }
        return empty;
    }
}
