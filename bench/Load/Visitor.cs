using System.Net;
using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>Somebody of the demo who looks at the home page.</summary>
internal sealed partial class Visitor(Uri node) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = node };

    public async Task<string> HomeOfAsync(string address, CancellationToken cancellation)
    {
        var page = await _client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), cancellation);
        using var form = new FormUrlEncodedContent(
        [
            new("email", address), new("__RequestVerificationToken", Token().Match(page).Groups["it"].Value),
        ]);
        using var answer = await _client.PostAsync(new Uri("/sign-in?handler=Demo", UriKind.Relative), form, cancellation);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
