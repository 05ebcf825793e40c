using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Guildhall.Web.Platform.Telemetry;

/// <summary>
/// Names each trace after its page, as in <c>GET /training-days/day/{day:guid}</c>, by the words of
/// https://opentelemetry.io/docs/specs/semconv/http/http-spans/. The framework itself says nothing, or the whole address.
/// </summary>
internal sealed class PageNames : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            Name(context);
        });
        next(app);
    };

    private static void Name(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
            return;
        // The page that was asked for, not the one that tells of its failure.
        var asked = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint
            ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (asked as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.route", route);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
    }
}
