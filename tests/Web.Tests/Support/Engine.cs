using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Guildhall.Web.Tests.Support;

/// <summary>What the tables are kept in.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory once on each engine. Its parameter is the <see cref="App"/> that all tests share, or the <see cref="Engine"/> alone for a
/// test that starts an application of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothEnginesAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => false;

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var wantsApp = testMethod.GetParameters()[0].ParameterType == typeof(App);
        var rows = new List<ITheoryDataRow>();
        foreach (var engine in Enum.GetValues<Engine>())
            rows.Add(new TheoryDataRow(wantsApp ? await SharedApps.OnAsync(engine) : engine) { Label = engine.ToString() });
        return rows;
    }
}
