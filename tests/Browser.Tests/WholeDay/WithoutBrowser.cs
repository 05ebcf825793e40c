using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cookie = System.Net.Cookie;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>By the same words and forms, as the server sends them: quick, for those whose part is not looked at.</summary>
internal sealed partial class WithoutBrowser(Visitor visitor, Uri address) : IBrowsing
{
    private const string Parts = "tr, li, fieldset, section, .card";

    private Page _page = null!;

    private IElement Main => _page.Document.QuerySelector("main").ShouldNotBeNull(_page.Path);

    public Task SignInAsync(Cookie cookie)
    {
        visitor.Cookies.Add(address, cookie);
        return Task.CompletedTask;
    }

    public Task OpenAsync(string path) => ComeToAsync(visitor.Get(path));

    public Task FollowAsync(string link, string within = "") => ComeToAsync(visitor.Get(Link(link, within).ShouldNotBeNull($"No link “{link}” {Here()}").Href));

    public Task FillAsync(string field, string value, string within = "")
    {
        switch (Field(field, within))
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            default:
                throw new ShouldAssertException($"“{field}” is nothing to type into {Here()}");
        }
        return Task.CompletedTask;
    }

    public Task ChooseAsync(string field, string option)
    {
        var options = ((IHtmlSelectElement)Field(field, "")).Options;
        options.Select(one => Words(one)).ShouldContain(option, Here());
        foreach (var one in options)
            one.IsSelected = Words(one) == option;
        return Task.CompletedTask;
    }

    public Task TickAsync(string box, string within = "")
    {
        ((IHtmlInputElement)Field(box, within)).IsChecked = true;
        return Task.CompletedTask;
    }

    public Task PressAsync(string button, string within = "") => ComeToAsync(_page.Press(
        Within(within).QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(one => !one.IsDisabled && Has(one, button)).ShouldNotBeNull($"No button “{button}” {Here()}")));

    public async Task PressHereAsync(string button, string says, string within = "")
    {
        await PressAsync(button, within);
        await ShouldSayAsync(says);
    }

    public async Task FollowWhenDoneAsync(string link)
    {
        await App.Eventually(
            async () =>
            {
                await OpenAsync(_page.Path);
                return Link(link, "");
            },
            found => found is not null);
        await FollowAsync(link);
    }

    public Task ShouldSayAsync(string words)
    {
        Words(Main).ShouldContain(words, Case.Sensitive, _page.Path);
        return Task.CompletedTask;
    }

    public Task ShouldNotSayAsync(string words)
    {
        Words(Main).ShouldNotContain(words, Case.Sensitive, _page.Path);
        return Task.CompletedTask;
    }

    public Task<string> ReadAsync(string selector) => Task.FromResult(Words(_page.Document.QuerySelector(selector).ShouldNotBeNull(_page.Path)));

    public async Task<byte[]> DownloadAsync(string link) => (await visitor.Get(Link(link, "").ShouldNotBeNull($"No link “{link}” {Here()}").Href)).Bytes[..4];

    public Task<string> PathAsync() => Task.FromResult(_page.Path);

    private async Task ComeToAsync(Task<Page> coming)
    {
        _page = await coming;
        _page.Status.ShouldBe(HttpStatusCode.OK, _page.Path);
    }

    private IHtmlAnchorElement? Link(string words, string within) =>
        Within(within).QuerySelectorAll<IHtmlAnchorElement>("a[href]").FirstOrDefault(link => Has(link, words));

    private IElement Within(string words) => words.Length == 0
        ? Main
        : Main.QuerySelectorAll(Parts).LastOrDefault(part => Has(part, words)).ShouldNotBeNull($"Nothing has the words “{words}” {Here()}");

    private IHtmlElement Field(string label, string within)
    {
        var words = Within(within).QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(one => OptionalPart().Replace(Words(one), "") == label)
            .ShouldNotBeNull($"No field “{label}” {Here()}");
        // It names its field, or holds it.
        return words.Control ?? words.QuerySelector<IHtmlElement>("input, select, textarea").ShouldNotBeNull($"No field “{label}” {Here()}");
    }

    private string Here() => $"on {_page.Path}: {Words(Main)}";

    private static bool Has(IElement element, string words) => Words(element).Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Words(IElement element) => WhiteSpace().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@" \(optional\)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionalPart();
}
