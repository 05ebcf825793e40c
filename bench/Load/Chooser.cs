using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Guildhall.Bench.Load;

/// <summary>One person with a phone: signs in, opens the catalogue, adds wishes one by one; each is saved before the next.</summary>
internal sealed partial class Chooser(string address, int number, Func<Uri> node, Latencies latencies) : IDisposable
{
    private const int Wishes = 6;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    { Timeout = TimeSpan.FromSeconds(30) };

    private readonly List<string> _wishes = [];
    private KeyValuePair<string, string> _token;
    private int _version;

    /// <summary>The list that was acknowledged last.</summary>
    public IReadOnlyList<string> Acknowledged { get; private set; } = [];

    /// <summary>Whether a page once showed less than had been acknowledged.</summary>
    public bool HasLost { get; private set; }

    public bool HasSignedIn { get; private set; }

    public async Task SignInAsync(CancellationToken cancellation)
    {
        var page = await GetAsync("/sign-in", "sign-in page", cancellation);
        await PostAsync("/sign-in?handler=Demo", "sign in", [new("email", address), FormToken.In(page)], cancellation);
        HasSignedIn = true;
    }

    public async Task ChooseAsync(string day, CancellationToken cancellation)
    {
        var page = await OpenAsync(day, cancellation);
        var offered = Offered().Matches(page).Select(match => match.Groups["it"].Value).Distinct(StringComparer.Ordinal).ToList();
        for (var wish = 0; wish < Wishes && _wishes.Count < Wishes && offered.Count > 0; wish++)
        {
            // Nobody picks the first six cards: a walk over the catalogue that differs from person to person.
            var picked = offered[(number * 7 + wish * 11) % offered.Count];
            if (!_wishes.Contains(picked, StringComparer.Ordinal))
                _wishes.Add(picked);
            await SaveAsync(day, cancellation);
            await Task.Delay(150, cancellation);
        }
    }

    /// <summary>Opens the page and returns the list that it shows as saved.</summary>
    public async Task<IReadOnlyList<string>> ReadListAsync(string day, CancellationToken cancellation)
    {
        await OpenAsync(day, cancellation);
        return [.. _wishes];
    }

    private async Task<string> OpenAsync(string day, CancellationToken cancellation)
    {
        var page = await GetAsync($"/training-days/choose/{day}", "open the catalogue", cancellation);
        _token = FormToken.In(page);
        _version = int.Parse(Version().Match(page).Groups["it"].Value, System.Globalization.CultureInfo.InvariantCulture);
        _wishes.Clear();
        _wishes.AddRange(Listed().Matches(page).Select(match => match.Groups["it"].Value).Where(id => id.Length > 0));
        // What was sent last may have been saved although nobody could say so any more; what was acknowledged must be there.
        if (!_wishes.Take(Acknowledged.Count).SequenceEqual(Acknowledged, StringComparer.Ordinal))
            HasLost = true;
        return page;
    }

    private async Task SaveAsync(string day, CancellationToken cancellation)
    {
        var fields = _wishes.Select(wish => new KeyValuePair<string, string>("Wish", wish))
            .Append(new("Version", _version.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Append(_token);
        var answer = await PostAsync($"/training-days/choose/{day}", "save the list", fields, cancellation, autosave: true);
        _version = JsonDocument.Parse(answer).RootElement.GetProperty("version").GetInt32();
        Acknowledged = [.. _wishes];
    }

    private Task<string> GetAsync(string path, string kind, CancellationToken cancellation) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(node(), path)), kind, cancellation);

    private Task<string> PostAsync(
        string path, string kind, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation, bool autosave = false)
    {
        var all = fields.ToList();
        return SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node(), path)) { Content = new FormUrlEncodedContent(all) };
                if (autosave)
                    request.Headers.Add("X-Autosave", "1");
                return request;
            },
            kind,
            cancellation);
    }

    private async Task<string> SendAsync(Func<HttpRequestMessage> request, string kind, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var message = request();
        using var response = await _client.SendAsync(message, cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{kind}: {(int)response.StatusCode}", null, response.StatusCode);
        latencies.Add(kind, Stopwatch.GetElapsedTime(started));
        return body;
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"Version\" value=\"(?<it>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("name=\"Add\" value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offered();

    [GeneratedRegex("name=\"Wish\" value=\"(?<it>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();
}
