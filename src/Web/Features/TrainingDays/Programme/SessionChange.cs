namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>What is other about a session than people were told.</summary>
/// <param name="Session">Which.</param>
/// <param name="Workshop">Of what.</param>
/// <param name="Words">What, in a sentence.</param>
/// <param name="IsOfTime">Whether it is about when it runs, or whether it runs at all.</param>
public sealed record SessionChange(Guid Session, Guid Workshop, string Words, bool IsOfTime)
{
    /// <summary>The changes from one programme to another.</summary>
    public static List<SessionChange> Between(IReadOnlyList<ToldSession> before, IReadOnlyList<ToldSession> after)
    {
        var were = before.ToDictionary(session => session.Session);
        var are = after.Select(session => session.Session).ToHashSet();
        var changes = new List<SessionChange>();
        foreach (var session in after)
        {
            if (!were.TryGetValue(session.Session, out var was))
                changes.Add(new(session.Session, session.Workshop, $"{session.Title} now also runs in {session.When}{In(session)}.", IsOfTime: true));
            else if (was.Slot != session.Slot)
                changes.Add(new(session.Session, session.Workshop, $"{session.Title} runs in {session.When}{In(session)}, no longer in {was.When}.", IsOfTime: true));
            else if (!string.Equals(was.Room, session.Room, StringComparison.Ordinal))
                changes.Add(new(session.Session, session.Workshop, $"{session.Title}, {session.When}: {(session.Room.Length > 0 ? $"now in {session.Room}" : "the room is to be decided")}{(was.Room.Length > 0 ? $", no longer in {was.Room}" : "")}.", IsOfTime: false));
            else if (!string.Equals(was.Presenters, session.Presenters, StringComparison.Ordinal))
                changes.Add(new(session.Session, session.Workshop, $"{session.Title}, {session.When}: presented by {(session.Presenters.Length > 0 ? session.Presenters : "somebody to be decided")}{(was.Presenters.Length > 0 ? $", no longer by {was.Presenters}" : "")}.", IsOfTime: false));
        }
        changes.AddRange(before.Where(session => !are.Contains(session.Session))
            .Select(session => new SessionChange(session.Session, session.Workshop, $"{session.Title} no longer runs in {session.When}.", IsOfTime: true)));
        return changes;
    }

    private static string In(ToldSession session) => session.Room.Length > 0 ? $", {session.Room}" : "";
}
