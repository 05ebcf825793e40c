using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>A session in the outcome of a run.</summary>
/// <param name="Workshop">Its workshop, where the session is changed.</param>
/// <param name="Title">The workshop's code and title.</param>
/// <param name="Starts">When it begins.</param>
/// <param name="Room">Empty when it has none yet.</param>
/// <param name="Seats">How many it holds.</param>
/// <param name="Minimum">The fewest with whom it runs.</param>
/// <param name="People">How many have a place.</param>
/// <param name="Runs">Whether it runs.</param>
public sealed record SessionRow(Guid Workshop, string Title, TimeOnly Starts, string Room, int Seats, int Minimum, int People, bool Runs)
{
    public string WhenAndWhere => Room.Length > 0 ? $"{Starts.Words()}, {Room}" : $"{Starts.Words()}, no room yet";

    public string Fill => Runs ? $"{People} of {Seats}" : $"Needs {Minimum}";
}

/// <summary>Sessions that an organiser looks at for the same reason. A day has dozens: only the groups that ask for a decision are open.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="IsOpen">Whether they are shown without being asked for.</param>
/// <param name="Rows">The sessions, those that stand out most first.</param>
public sealed record SessionGroup(string Title, bool IsOpen, IReadOnlyList<SessionRow> Rows)
{
    public static IReadOnlyList<SessionGroup> Of(IEnumerable<SessionRow> sessions)
    {
        var byEmptiness = sessions.OrderBy(session => (double)session.People / Math.Max(1, session.Seats)).ToList();
        var running = byEmptiness.Where(session => session.Runs).ToList();
        SessionGroup[] groups =
        [
            new("Does not run: too few people", true, [.. byEmptiness.Where(session => !session.Runs)]),
            new("Less than half full", true, [.. running.Where(session => 2 * session.People < session.Seats)]),
            new("At least half full", false, [.. running.Where(session => 2 * session.People >= session.Seats && session.People < session.Seats)]),
            new("Full", false, [.. running.Where(session => session.People >= session.Seats)]),
        ];
        return [.. groups.Where(group => group.Rows.Count > 0)];
    }
}
