namespace Guildhall.Planning.Allocation.Explaining;

/// <summary>Who sits where, counted once for an outcome.</summary>
internal sealed class Attendance
{
    private readonly AllocationProblem _problem;
    private readonly Sitting[] _all;
    private readonly Dictionary<(int School, int Session), Sitting> _bySchool = [];
    private readonly bool[] _hasFixed;
    private readonly HashSet<int> _notRunning;

    public Attendance(AllocationOutcome outcome)
    {
        _problem = outcome.Problem;
        _all = new Sitting[_problem.Sessions.Count];
        _hasFixed = new bool[_problem.Sessions.Count];
        _notRunning = [.. outcome.NotRunning];
        foreach (var place in outcome.Places)
        {
            if (place.Session is not { } session)
                continue;
            var regret = outcome.Regrets[place.Person];
            _all[session] = _all[session].With(regret);
            _hasFixed[session] |= place.IsFixed;
            var key = (_problem.Facts.PersonSchool[place.Person], session);
            _bySchool[key] = _bySchool.GetValueOrDefault(key).With(regret);
        }
    }

    public bool DoesNotRun(int session) => _notRunning.Contains(session);

    public bool IsFull(int session) => _all[session].Count >= _problem.Sessions[session].Seats;

    public bool IsCapReached(int session, int person) => OfSchool(session, person).Count >= (_problem.SchoolCap ?? int.MaxValue);

    /// <summary>Whether a session would break its minimum with one person less; an empty one breaks none, it just does not run.</summary>
    public bool NeedsEverybody(int session) =>
        !_hasFixed[session] && _all[session].Count > 1 && _all[session].Count <= _problem.Sessions[session].Minimum;

    public SessionHolders Holders(int session, int person)
    {
        var school = OfSchool(session, person);
        return new SessionHolders(_all[session].Count, _all[session].Regret, school.Count, school.Regret);
    }

    private Sitting OfSchool(int session, int person) =>
        _problem.People[person].School.Length == 0 ? default : _bySchool.GetValueOrDefault((_problem.Facts.PersonSchool[person], session));

    private readonly record struct Sitting(int Count, int WorstRegret)
    {
        public int? Regret => Count == 0 ? null : WorstRegret;

        public Sitting With(int regret) => new(Count + 1, Math.Max(WorstRegret, regret));
    }
}
