using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Programme;

/// <summary>What a board would bring people, as far as can be told at once.</summary>
/// <param name="Objective">
/// What an allocation that keeps every rule reaches on this board: an "at least this good", never better than the best allocation there. Regret
/// is measured from the best day that a person could have in any programme, so that boards can be compared.
/// </param>
/// <param name="Floor">
/// No allocation on this board has fewer weighted squares than this, however many slots stay empty, where minimums and a run for everybody in it
/// are left aside; 0 or more, and equal to the third value of <paramref name="Objective"/> when nothing better is possible.
/// </param>
/// <param name="Regrets">For each of <see cref="ProgrammeProblem.People"/> the regret in that allocation: 0 = all they could wish for.</param>
/// <param name="Attendance">For each of <see cref="ProgrammeBoard.Runs"/> how many sit there in that allocation.</param>
/// <param name="Demand">For each of the runs how many would sit there if seats had no end: more than seats means that some must go elsewhere.</param>
public sealed record ProgrammeForecast(
    Objective Objective, long Floor, IReadOnlyList<int> Regrets, IReadOnlyList<int> Attendance, IReadOnlyList<int> Demand)
{
    /// <summary>How many people get all they could wish for in any programme.</summary>
    public int Content => Regrets.Count(regret => regret == 0);
}
