using System.Text.RegularExpressions;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>In Chromium. Whatever page comes up is looked at: everybody can use it, it fits the screen, and no script fails.</summary>
internal sealed class InBrowser(Visit visit, string who) : IBrowsing
{
    private const string Parts = "tr, li, fieldset, section, .card";

    /// <summary>What has been looked at: a page that comes up again by the same way is not looked at again.</summary>
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private IPage Page => visit.Page;

    public Task SignInAsync(System.Net.Cookie cookie) => Page.Context.AddCookiesAsync(
        [new() { Name = cookie.Name, Value = cookie.Value, Url = visit.Address.ToString(), HttpOnly = true }]);

    public async Task OpenAsync(string path)
    {
        (await Page.GotoAsync(path))!.Status.ShouldBe(200, path);
        await LookAsync("");
    }

    public async Task FollowAsync(string link, string within = "")
    {
        await LeaveAsync(Link(link, within).First);
        await LookAsync("");
    }

    public Task FillAsync(string field, string value, string within = "") => Field(field, within).FillAsync(value);

    public Task ChooseAsync(string field, string option) => Field(field, "").SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task TickAsync(string box, string within = "") => Field(box, within).CheckAsync();

    public async Task PressAsync(string button, string within = "")
    {
        await LeaveAsync(Button(button, within));
        await LookAsync(button);
    }

    public async Task PressHereAsync(string button, string says, string within = "")
    {
        await Button(button, within).ClickAsync();
        await ShouldSayAsync(says);
        await LookAsync(button);
    }

    public async Task FollowWhenDoneAsync(string link)
    {
        var way = Link(link, "");
        await way.WaitForAsync(new() { Timeout = 120_000 });
        await LeaveAsync(way);
        await LookAsync("");
    }

    public Task ShouldSayAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    public Task ShouldNotSayAsync(string words) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(words);

    public Task<string> ReadAsync(string selector) => Page.Locator(selector).First.InnerTextAsync();

    public async Task<byte[]> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Link(link, "").First.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var begin = new byte[4];
        await file.ReadExactlyAsync(begin);
        return begin;
    }

    public Task<string> PathAsync() => Task.FromResult(new Uri(Page.Url).PathAndQuery);

    /// <summary>Clicks what leads to another page, and waits for that; a script may have something to do before.</summary>
    private async Task LeaveAsync(ILocator way)
    {
        await Page.EvaluateAsync("() => { window.isTheOldPage = true; }");
        await way.ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.isTheOldPage && document.readyState === 'complete'");
    }

    private async Task LookAsync(string after)
    {
        if (_seen.Add($"{new Uri(Page.Url).AbsolutePath} {after}"))
            await visit.ShouldBeSound($"{who}-{_seen.Count:000}");
    }

    private ILocator Within(string words) => words.Length == 0 ? Page.Locator("main") : Page.Locator("main").Locator(Parts, new() { HasText = words }).Last;

    // By their text: what only screen readers are told is a block of its own, so that a name has spaces which the text has not.
    private ILocator Link(string words, string within) => Within(within).Locator("a[href]", new() { HasText = words }).Filter(new() { Visible = true });

    private ILocator Button(string words, string within) => Within(within).Locator("button:not([disabled])", new() { HasText = words }).Filter(new() { Visible = true }).First;

    private ILocator Field(string label, string within) =>
        Within(within).GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}( \(optional\))?\s*$", RegexOptions.None, TimeSpan.FromSeconds(1))).First;
}
