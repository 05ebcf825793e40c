using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Guildhall.Web.Platform;

/// <summary>Writes down what failed unexpectedly, under the reference that its page shows. The page itself is Features/Error.</summary>
internal sealed partial class FaultLog(ILogger<FaultLog> log) : IExceptionHandler
{
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <returns>False: the page is still to be made.</returns>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The page's name rather than the address, which may hold a secret.
        var page = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        LogFault(Reference(httpContext), httpContext.Request.Method, page, exception);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(LogLevel.Error, "Reference {Reference}: {Method} {Page} failed.")]
    private partial void LogFault(string reference, string method, string? page, Exception fault);
}
