using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace Guildhall.Web.Platform.Access;

/// <summary>
/// Lets nobody reach an endpoint whose permission does not allow it: who is not signed in is asked to, everybody else sees the same 404
/// as for an address that does not exist.
/// </summary>
public sealed partial class AccessMiddleware(RequestDelegate next, ILogger<AccessMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<AssetMetadata>() is not null)
        {
            await next(context);
            return;
        }
        if (endpoint.Metadata.GetMetadata<INeeds>() is not { } needs)
        {
            // The framework's own answers, such as that an address takes no such request, are no endpoints of ours.
            if (endpoint is RouteEndpoint)
                LogNoPermission(endpoint.DisplayName);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        try
        {
            await current.LoadAsync(context.User, context.RequestAborted);
        }
        catch (Exception) when (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that tells of a failure also comes when it is the database that fails; its reader is nobody to it then.
        }
        if (await needs.Permission.AllowsAsync(context, current.Viewer))
            await next(context);
        else if (current.Viewer.IsSignedIn || needs.Permission.IsOpenToAll)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await context.ChallengeAsync();
    }

    [LoggerMessage(LogLevel.Error, "The endpoint {Endpoint} names no permission and is shut.")]
    private partial void LogNoPermission(string? endpoint);
}

/// <summary>Marks style sheets, scripts and pictures, which are the same for everybody.</summary>
public sealed record AssetMetadata;
