using System.Numerics;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>
/// Whether everybody can sit somewhere in a slot. Groups share the sessions that are for several of them, so each group by itself may have
/// seats enough while two together have not: every set of groups is looked at. By Hall's theorem (P. Hall, "On Representatives of
/// Subsets", 1935) there is a seat for everybody if and only if no set of groups is short.
/// </summary>
public static class SeatCount
{
    /// <summary>The fewest groups that together are short of the most seats; null when everybody can sit.</summary>
    /// <param name="people">How many come of each group.</param>
    /// <param name="sessions">The slot's sessions: seats, and the groups that they are for, none = all.</param>
    public static SeatShortage? Worst(IReadOnlyDictionary<RoleGroup, int> people, IReadOnlyList<(int Seats, IReadOnlyList<RoleGroup> For)> sessions)
    {
        RoleGroup[] groups = [.. people.Where(pair => pair.Value > 0).Select(pair => pair.Key).Order()];
        var open = sessions.Select(session => (session.Seats, Groups: Set(groups, session.For))).ToList();
        SeatShortage? worst = null;
        for (var set = 1; set < 1 << groups.Length; set++)
        {
            var within = groups.Where((_, place) => (set & (1 << place)) != 0).ToList();
            var shortBy = within.Sum(group => people[group]) - open.Where(session => (session.Groups & set) != 0).Sum(session => session.Seats);
            if (shortBy > 0 && (worst is null || shortBy > worst.Seats || (shortBy == worst.Seats && BitOperations.PopCount((uint)set) < worst.Groups.Count)))
                worst = new SeatShortage(within, shortBy);
        }
        return worst;
    }

    private static int Set(RoleGroup[] groups, IReadOnlyList<RoleGroup> isFor)
    {
        if (isFor.Count == 0)
            return -1;
        var set = 0;
        for (var place = 0; place < groups.Length; place++)
            set |= isFor.Contains(groups[place]) ? 1 << place : 0;
        return set;
    }
}

/// <summary>Seats that are missing.</summary>
/// <param name="Groups">For whom.</param>
/// <param name="Seats">How many.</param>
public sealed record SeatShortage(IReadOnlyList<RoleGroup> Groups, int Seats)
{
    public string Words => $"{Seats} {(Seats == 1 ? "seat" : "seats")} short for {Count.List(Groups.Select(group => group.Words().ToLowerFirst()))}";
}
