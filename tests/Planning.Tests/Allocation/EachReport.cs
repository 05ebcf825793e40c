using Guildhall.Planning.Allocation;

namespace Guildhall.Planning.Tests.Allocation;

/// <summary>Hears each report of progress at once, in the thread that makes it.</summary>
internal sealed class EachReport(Action<PlannerProgress> hear) : IProgress<PlannerProgress>
{
    public void Report(PlannerProgress value) => hear(value);
}
