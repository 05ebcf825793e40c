using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Guildhall.Browser.Tests.Support;

/// <summary>What somebody holds in their hands, or sits at.</summary>
public enum Device
{
    Phone,
    PhoneWithoutScript,
    Desktop,
}

/// <summary>Runs a theory on each device; a journey must come to the same end on all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDeviceAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<Device>().Select(device => new TheoryDataRow(device))]);
}

internal static class Devices
{
    public static BrowserNewContextOptions Options(this Device device) => device switch
    {
        // Nothing fades: what is looked at is how it is in the end.
        Device.Desktop => new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce },
        _ => new()
        {
            ViewportSize = new() { Width = 390, Height = 844 },
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = true,
            IsMobile = true,
            DeviceScaleFactor = 2,
            JavaScriptEnabled = device == Device.Phone,
        },
    };
}
