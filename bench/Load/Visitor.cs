using System.Net;
using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>Somebody of the demo with a browser; every request may go to another node.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpClient _asSent;

    public Visitor()
    {
        var cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.All });
        _asSent = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.None });
        _asSent.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
    }

    /// <summary>Signs in by a button of the demo's sign-in page.</summary>
    /// <param name="node">Where.</param>
    /// <param name="description">What stands on the button behind the name.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The home page.</returns>
    public async Task<string> SignInAsync(Uri node, string description, CancellationToken cancellation)
    {
        var page = await GetAsync(node, "/sign-in", cancellation);
        var before = page[..page.IndexOf(description, StringComparison.Ordinal)];
        var (_, home) = await PostAsync(
            node, "/sign-in?handler=Demo", page, [new("email", DemoPerson().Matches(before)[^1].Groups["it"].Value)], cancellation);
        return home;
    }

    public async Task<string> GetAsync(Uri node, string path, CancellationToken cancellation) =>
        await _client.GetStringAsync(new Uri(node, path), cancellation);

    /// <summary>How many bytes a page has as it is sent, compressed.</summary>
    public async Task<int> SizeAsync(Uri node, string path, CancellationToken cancellation) =>
        (await _asSent.GetByteArrayAsync(new Uri(node, path), cancellation)).Length;

    /// <summary>Sends a form of a page.</summary>
    /// <returns>Where that led, and the page there.</returns>
    public async Task<(Uri Address, string Page)> PostAsync(
        Uri node, string path, string page, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent([.. fields, FormToken.In(page)]);
        using var answer = await _client.PostAsync(new Uri(node, path), form, cancellation);
        return (answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync(cancellation));
    }

    public void Dispose()
    {
        _client.Dispose();
        _asSent.Dispose();
    }

    [GeneratedRegex("name=\"email\"[^>]*value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DemoPerson();
}
