using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Guildhall.Web.Platform.Telemetry;

/// <summary>
/// Traces and metrics to a collector, when the setting <c>Telemetry:Endpoint</c> names one (OTLP, such as http://localhost:4317). They
/// hold addresses of pages and times, and nothing about people.
/// </summary>
public static class TelemetryFeature
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Quartz"];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
            return;
        var collector = new Uri(endpoint);
        var resource = ResourceBuilder.CreateDefault().AddService("guildhall");
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource).AddSource(Sources).AddProcessor(new PagesOnly()).AddOtlpExporter(exporter => exporter.Endpoint = collector).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(exporter => exporter.Endpoint = collector).Build());
        builder.Services.AddSingleton<IStartupFilter, PageNames>();
        builder.Services.AddHostedService<TelemetryStart>();
    }
}

/// <summary>Begins listening with the program, and sends what is left when it ends.</summary>
internal sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush();
        metrics.ForceFlush();
        return Task.CompletedTask;
    }
}
