using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Guildhall.Web.Tests.Platform.Telemetry;

/// <summary>Takes what is sent to an OpenTelemetry collector (https://opentelemetry.io/docs/specs/otlp/) and keeps it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Service, byte[] Body)> Received { get; } = new();

    public string Address => _app.Urls.First();

    /// <summary>Texts stand in the messages as they are, so that they can be looked for without reading their structure.</summary>
    public string Text(string service) => string.Concat(Received.Where(one => one.Service.Contains(service, StringComparison.Ordinal)).Select(one => Encoding.UTF8.GetString(one.Body)));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // gRPC without encryption begins with the second version of HTTP at once.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/grpc";
        // An empty message: not compressed, of no bytes.
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
