using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>Those whose day it is.</summary>
public enum Who
{
    TrustPdLead,
    Volunteer,
    SpeakerFromOutside,
    Reviewer,
    TeachingAssistant,
    SiteManager,
    Head,
}

/// <summary>Runs a theory for each of them, on a phone with one engine and at a desk with the other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachOfThemAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            .. from who in Enum.GetValues<Who>()
               from place in new[] { (Device: Device.Phone, Engine: Engine.Sqlite), (Device: Device.Desktop, Engine: Engine.Postgres) }
               select new TheoryDataRow(who, place.Device, place.Engine),
        ]);
}
