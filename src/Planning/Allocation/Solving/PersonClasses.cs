namespace Guildhall.Planning.Allocation.Solving;

/// <summary>
/// People who may sit in the same sessions (and, where schools are capped, work at the same school) are one class. A place that
/// is on nobody's list is the same to all of a class, so the solver counts such places by class and slot and hands them out last.
/// </summary>
internal sealed class PersonClasses
{
    private readonly int[] _group;

    public PersonClasses(ProblemFacts facts, bool bySchool)
    {
        var sessions = facts.SessionSlot.Length;
        var representative = new int[facts.GroupCount];
        for (var group = 0; group < facts.GroupCount; group++)
        {
            representative[group] = Enumerable.Range(0, group + 1)
                .First(other => Enumerable.Range(0, sessions).All(session => facts.IsFor(other, session) == facts.IsFor(group, session)));
        }

        var classes = new Dictionary<(int Group, int School), int>();
        OfPerson = new int[facts.PersonGroup.Length];
        for (var person = 0; person < OfPerson.Length; person++)
        {
            var key = (representative[facts.PersonGroup[person]], bySchool ? facts.PersonSchool[person] : 0);
            if (!classes.TryGetValue(key, out var index))
                classes.Add(key, index = classes.Count);
            OfPerson[person] = index;
        }
        _group = [.. classes.Keys.Select(key => key.Group)];
        School = [.. classes.Keys.Select(key => key.School)];
    }

    public int Count => _group.Length;

    /// <summary>Each person's class.</summary>
    public int[] OfPerson { get; }

    /// <summary>Each class's school; meaningless where schools are not capped.</summary>
    public int[] School { get; }

    public bool IsFor(ProblemFacts facts, int index, int session) => facts.IsFor(_group[index], session);
}
