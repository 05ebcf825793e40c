using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Features.TrainingDays;

public sealed class SeatCountTests
{
    private const RoleGroup Teachers = RoleGroup.Teacher;
    private const RoleGroup Cooks = RoleGroup.Catering;
    private const RoleGroup Assistants = RoleGroup.TeachingAssistant;

    [Fact]
    public void Nobody_is_short_when_a_session_for_everybody_holds_them_all() =>
        SeatCount.Worst(People((Teachers, 20), (Cooks, 5)), [(25, [])]).ShouldBeNull();

    [Fact]
    public void A_group_is_short_although_there_are_seats_for_others()
    {
        var shortage = SeatCount.Worst(People((Teachers, 10), (Cooks, 5)), [(40, [Teachers]), (3, [Cooks])])!;
        shortage.Groups.ShouldBe([Cooks]);
        shortage.Seats.ShouldBe(2);
        shortage.Words.ShouldBe("2 seats short for catering staff");
    }

    [Fact]
    public void Two_groups_are_short_together_although_each_alone_is_not()
    {
        // Each group fits into the 10 shared seats; both do not.
        var shortage = SeatCount.Worst(People((Teachers, 10), (Assistants, 8), (Cooks, 5)), [(10, [Teachers, Assistants]), (30, [Cooks])])!;
        shortage.Groups.ShouldBe([Teachers, Assistants]);
        shortage.Seats.ShouldBe(8);
    }

    [Fact]
    public void Without_sessions_everybody_is_short() =>
        SeatCount.Worst(People((Teachers, 3), (Cooks, 1)), [])!.Seats.ShouldBe(4);

    [Fact]
    public void Where_nobody_comes_nobody_is_short() => SeatCount.Worst(People(), []).ShouldBeNull();

    /// <summary>Hall's condition against seating people one by one, on random slots.</summary>
    [Fact]
    public void It_agrees_with_seating_people_one_by_one()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            RoleGroup[] groups = [Teachers, Assistants, Cooks];
            var people = groups.ToDictionary(group => group, _ => chance.Next(6));
            List<(int Seats, IReadOnlyList<RoleGroup> For)> sessions =
                [.. Enumerable.Range(0, chance.Next(5)).Select(_ => (chance.Next(6), (IReadOnlyList<RoleGroup>)groups.Where(_ => chance.Next(2) == 0).ToList()))];
            var seated = Seated(people, sessions);
            var missing = people.Values.Sum() - seated;
            (SeatCount.Worst(people, sessions)?.Seats ?? 0).ShouldBe(missing, $"round {round}");
        }
    }

    // Largest number that can sit, by augmenting paths (each person takes a seat, moving others on).
    private static int Seated(Dictionary<RoleGroup, int> people, List<(int Seats, IReadOnlyList<RoleGroup> For)> sessions)
    {
        var sitting = sessions.Select(_ => new List<RoleGroup>()).ToList();
        return people.SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value)).Count(group => Sit(group, []));

        bool Sit(RoleGroup group, HashSet<int> tried)
        {
            for (var place = 0; place < sessions.Count; place++)
            {
                if ((sessions[place].For.Count > 0 && !sessions[place].For.Contains(group)) || !tried.Add(place))
                    continue;
                if (sitting[place].Count < sessions[place].Seats)
                {
                    sitting[place].Add(group);
                    return true;
                }
                foreach (var other in sitting[place].Distinct().ToList())
                {
                    if (!Sit(other, tried))
                        continue;
                    sitting[place].Remove(other);
                    sitting[place].Add(group);
                    return true;
                }
            }
            return false;
        }
    }

    private static Dictionary<RoleGroup, int> People(params (RoleGroup Group, int Number)[] people) =>
        people.ToDictionary(pair => pair.Group, pair => pair.Number);
}
