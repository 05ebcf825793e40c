using Guildhall.Planning.Reviewing;

namespace Guildhall.Planning.Tests.Reviewing;

public sealed class ReviewPlannerTests
{
    [Fact]
    public void Loads_are_even_where_everybody_may_read_everything()
    {
        var outcome = ReviewPlanner.Plan(Problem(10, 4, 2));
        outcome.Loads.ShouldBe([5, 5, 5, 5]);
        outcome.Missing.ShouldAllBe(missing => missing == 0);
        ReviewCheck.Audit(outcome).ShouldBeEmpty();
    }

    [Fact]
    public void One_passes_an_offer_on_so_that_another_can_be_read()
    {
        // Only R1 may read O2; O1 may be read by both. Each reads one.
        var outcome = ReviewPlanner.Plan(Problem(2, 2, 1, most: 1, excluded: [("O2", "R2")]));
        outcome.Readers[0].ShouldBe([1]);
        outcome.Readers[1].ShouldBe([0]);
    }

    [Fact]
    public void What_is_settled_stays_even_if_it_breaks_a_rule()
    {
        var outcome = ReviewPlanner.Plan(Problem(3, 3, 2, excluded: [("O1", "R1")], settled: [("O1", "R1"), ("O1", "R2"), ("O1", "R3")]));
        outcome.Readers[0].ShouldBe([0, 1, 2]);
        ReviewCheck.Audit(outcome).ShouldBeEmpty();
    }

    [Fact]
    public void With_too_few_reviewers_every_offer_has_one_reader_before_any_has_two()
    {
        var outcome = ReviewPlanner.Plan(Problem(4, 2, 2, most: 3));
        outcome.Missing.Order().ShouldBe([0, 0, 1, 1]);
        outcome.Loads.ShouldBe([3, 3]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan_and_another_seed_another() =>
        (Names(3) == Names(3) && Enumerable.Range(4, 6).Any(seed => Names((ulong)seed) != Names(3))).ShouldBeTrue();

    [Fact]
    public void Trying_everything_finds_no_better_plan_on_small_problems()
    {
        for (ulong seed = 1; seed <= 600; seed++)
        {
            var problem = SmallReviewing.Make(seed);
            var outcome = ReviewPlanner.Plan(problem, seed);
            ReviewCheck.Audit(outcome).ShouldBeEmpty($"seed {seed}");
            var best = SmallReviewing.Best(problem, outcome.Missing);
            SmallReviewing.ServedByRound(problem, outcome.Readers).ShouldBe(best.Served, $"seed {seed}");
            outcome.Loads.Sum(load => (long)load * load).ShouldBe(best.Squares, $"seed {seed}");
        }
    }

    private static string Names(ulong seed) =>
        string.Join(';', ReviewPlanner.Plan(Problem(12, 5, 2), seed).Readers.Select(readers => string.Join(',', readers)));

    private static ReviewProblem Problem(
        int offers, int reviewers, int each, int? most = null, (string, string)[]? excluded = null, (string, string)[]? settled = null) => new(
        [.. Enumerable.Range(1, offers).Select(number => $"O{number}")],
        [.. Enumerable.Range(1, reviewers).Select(number => new Reviewer($"R{number}", most))],
        each, excluded ?? [], settled ?? []);
}
