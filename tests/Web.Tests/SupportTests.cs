namespace Guildhall.Web.Tests;

/// <summary>The tests' own tools do what they say.</summary>
public sealed class SupportTests
{
    [Theory, BothEngines]
    public async Task The_queries_of_a_page_are_counted(App app)
    {
        var visitor = await app.SignInAs(await app.World.Person());
        var queries = await app.QueriesOf(() => visitor.Get("/"));
        queries.ShouldContain(query => query.Contains("RoleGrants", StringComparison.Ordinal));
        (await app.QueriesOf(() => visitor.Get("/"))).Count.ShouldBe(queries.Count);
    }

    [Fact]
    public async Task A_clock_that_a_test_sets_is_set_for_it_alone()
    {
        var clock = new FakeClock();
        await Task.Run(() => clock.Advance(TimeSpan.FromDays(1)));
        clock.Now.ShouldBe(FakeClock.Start);
        clock.Advance(TimeSpan.FromDays(1));
        (await Task.Run(() => clock.Now)).ShouldBe(FakeClock.Start.AddDays(1));
    }

    [Fact]
    public void Codes_differ() => Enumerable.Range(0, 30_000).Select(_ => World.Code()).Distinct(StringComparer.Ordinal).Count().ShouldBe(30_000);
}
