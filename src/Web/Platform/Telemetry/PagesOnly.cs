using System.Diagnostics;
using OpenTelemetry;

namespace Guildhall.Web.Platform.Telemetry;

/// <summary>
/// Leaves in a trace which page was asked for and takes out by whom and for what: addresses hold the secrets of links, and a browser's name
/// tells devices apart (https://opentelemetry.io/docs/specs/semconv/http/http-spans/).
/// </summary>
internal sealed class PagesOnly : BaseProcessor<Activity>
{
    private static readonly string[] TooMuch = ["url.path", "url.query", "url.full", "user_agent.original", "client.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in TooMuch)
            data.SetTag(tag, null);
    }
}
