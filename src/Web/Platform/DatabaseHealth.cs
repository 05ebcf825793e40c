using Guildhall.Web.Platform.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Guildhall.Web.Platform;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(AppDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
