using Guildhall.Web.Platform.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Guildhall.Web.Platform;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(AppDb db) : IHealthCheck
{
    /// <summary>Whoever asks does not wait long, and neither does the database's answer help any more.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
