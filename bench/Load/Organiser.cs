using System.Net;
using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>The demo's PD lead, who has places worked out.</summary>
internal sealed partial class Organiser : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() });

    /// <summary>Signs in as the first person whom the demo offers.</summary>
    public async Task SignInAsync(Uri node, CancellationToken cancellation)
    {
        var page = await GetAsync(node, "/sign-in", cancellation);
        await PostAsync(node, "/sign-in?handler=Demo", page, [new("email", FirstDemoPerson().Match(page).Groups["it"].Value)], cancellation);
    }

    /// <summary>Starts a run of the allocation.</summary>
    /// <returns>The page that follows it.</returns>
    public async Task<string> StartRunAsync(Uri node, string day, CancellationToken cancellation)
    {
        var page = await GetAsync(node, $"/training-days/allocations/{day}", cancellation);
        var followed = await PostAsync(node, $"/training-days/allocations/{day}", page, [new("Input.Seed", "1")], cancellation);
        return followed.AbsolutePath;
    }

    /// <summary>Waits until the run's page says that the work goes on, or is over.</summary>
    public async Task<bool> WaitAsync(Uri node, string followed, bool untilItIsOver, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await GetAsync(node, followed, cancellation);
            if (page.Contains("See the result", StringComparison.Ordinal))
                return true;
            if (page.Contains("Go back", StringComparison.Ordinal))
                throw new InvalidOperationException("The run failed.");
            if (!untilItIsOver && !page.Contains("Waiting for its turn", StringComparison.Ordinal))
                return false;
            await Task.Delay(Between, cancellation);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> GetAsync(Uri node, string path, CancellationToken cancellation) =>
        await _client.GetStringAsync(new Uri(node, path), cancellation);

    private async Task<Uri> PostAsync(
        Uri node, string path, string page, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(
            [.. fields, new("__RequestVerificationToken", Token().Match(page).Groups["it"].Value)]);
        using var answer = await _client.PostAsync(new Uri(node, path), form, cancellation);
        return answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!;
    }

    [GeneratedRegex("name=\"email\"[^>]*value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstDemoPerson();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
