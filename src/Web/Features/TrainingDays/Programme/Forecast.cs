using Guildhall.Planning.Programme;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>What a programme would bring people, in figures that pages show and a suggestion keeps.</summary>
/// <param name="People">How many said what they would like.</param>
/// <param name="Content">How many of them would have the best day that any programme could give them.</param>
/// <param name="Empty">Slots in which somebody would have nothing, over all people.</param>
/// <param name="Worst">How many steps the least lucky would be from their best day.</param>
/// <param name="Squares">The squares of everybody's steps, those who were disappointed before counting more.</param>
public sealed record Forecast(int People, int Content, int Empty, int Worst, long Squares)
{
    public static Forecast Of(ProgrammeInput input, ProgrammeForecast forecast) =>
        Of(input, forecast.Regrets, forecast.Objective.Empty, forecast.Objective.WorstRegret, forecast.Objective.WeightedSquares);

    /// <summary>The same of figures that come one by one.</summary>
    public static Forecast Of(ProgrammeInput input, IReadOnlyList<int> regrets, int empty, int worst, long squares)
    {
        // The planner has people in the order of their keys.
        var order = input.People.OrderBy(person => ProgrammeInput.Key(person.Person), StringComparer.Ordinal).ToList();
        var wished = Enumerable.Range(0, order.Count).Where(index => order[index].Wishes.Count > 0).ToList();
        return new Forecast(wished.Count, wished.Count(index => regrets[index] == 0), empty, worst, squares);
    }

    public string ContentWords => $"{Content} of {Count.People(People)} ({(People == 0 ? 0 : 100.0 * Content / People):0}%)";
}
