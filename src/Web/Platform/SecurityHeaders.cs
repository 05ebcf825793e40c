namespace Guildhall.Web.Platform;

/// <summary>Tells the browser to run nothing and to be framed by nothing that is not ours (https://www.w3.org/TR/CSP3/).</summary>
/// <remarks>They are set at the last moment, because what answers a failure begins with an empty head.</remarks>
public sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const int OneYear = 365 * 24 * 60 * 60;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // https://www.rfc-editor.org/rfc/rfc6797
        if (address.IsSecure)
            headers.StrictTransportSecurity = $"max-age={OneYear}";
    }
}
