using Guildhall.Planning.Allocation;
using Guildhall.Planning.Programme;

namespace Guildhall.Planning.Tests.Programme;

public sealed class ProgrammeEvaluatorTests
{
    [Fact]
    public void A_forecast_is_never_better_than_the_best_allocation_nor_its_floor_above_it()
    {
        var (met, tried) = (0, 0);
        for (ulong seed = 1; seed <= 14; seed++)
        {
            var problem = SmallProgramme.Make(seed, equalWishes: seed % 2 == 0);
            var evaluator = new ProgrammeEvaluator(problem);
            foreach (var board in SmallProgramme.All(problem).Take(4).Append(ProgrammeBoard.Empty))
            {
                var (best, forecast) = (EveryAllocation.Best(problem, board), evaluator.Forecast(board));
                forecast.Objective.ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
                forecast.Floor.ShouldBeLessThanOrEqualTo(best.WeightedSquares, $"seed {seed}");
                forecast.Regrets.Max().ShouldBe(forecast.Objective.WorstRegret, $"seed {seed}");
                (met, tried) = (met + (forecast.Objective == best ? 1 : 0), tried + 1);
            }
        }
        ((double)met / tried).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Workshops_that_clash_make_a_worse_board_than_workshops_that_do_not()
    {
        var problem = new ProgrammeProblemBuilder().AddSlots(["1", "2"])
            .AddRooms([new ProgrammeRoom("hall", 9), new ProgrammeRoom("lab", 9)])
            .AddWorkshops([new("a"), new("b"), new("c"), new("d")])
            .AddPeople([new ProgrammePerson("p") { Wishes = ["a", "b"] }])
            .Build();
        var evaluator = new ProgrammeEvaluator(problem);
        evaluator.Forecast(new([new("a", "1", "hall"), new("b", "2", "hall"), new("c", "1", "lab"), new("d", "2", "lab")])).Objective
            .ShouldBe(new Objective(0, 0, 0));
        evaluator.Forecast(new([new("a", "1", "hall"), new("b", "1", "lab"), new("c", "2", "hall"), new("d", "2", "lab")])).Objective
            .ShouldBe(new Objective(0, 1, 1));
    }

    [Fact]
    public void Demand_says_where_more_would_come_than_there_are_seats()
    {
        var problem = new ProgrammeProblemBuilder().AddSlots(["1"]).AddRooms([new ProgrammeRoom("hall", 9), new ProgrammeRoom("lab", 1)])
            .AddWorkshops([new("a"), new("b")])
            .AddPeople([new ProgrammePerson("p") { Wishes = ["a"] }, new ProgrammePerson("q") { Wishes = ["a"] }])
            .Build();
        var forecast = new ProgrammeEvaluator(problem).Forecast(new([new("a", "1", "lab"), new("b", "1", "hall"), new("nothing", "1", "hall")]));
        forecast.Demand.ShouldBe([2, 0, 0]);
        forecast.Attendance.ShouldBe([1, 1, 0]);
        forecast.Content.ShouldBe(1);
    }
}
