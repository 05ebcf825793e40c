using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Rules;

/// <summary>What holds for every page that somebody can open.</summary>
public sealed class PageRules
{
    /// <summary>Pages are read in halls with poor wifi.</summary>
    private const int LargestPage = 100 * 1024;

    /// <summary>Pages that are not there for the asking; each has tests of its own that open it.</summary>
    private static readonly string[] NotForTheAsking =
    [
        "/not-found", "/error",
        // Only on a developer's machine.
        "/gallery",
        // With a secret, a passkey or a provider of one's own.
        "/sign-in/link/{secret}", "/invitation/{secret}", "/calendar/{secret}.ics", "/training-days/offers/link/{secret}", "/account/passkey/{key}", "/sign-in/provider",
        "/training-days/attendance/check-in/{code}",
        // Once, before there is anybody.
        "/set-up",
    ];

    /// <summary>What pages must be asked beside their address.</summary>
    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["/training-days/allocations/compare/{day:guid}"] = "?first=1&second=2",
        ["/directory/remove-member/{organisation:guid}"] = "?member={member}",
    };

    [Theory, BothEngines]
    public async Task Every_page_can_be_opened_and_is_sound(App app)
    {
        var faults = new List<string>();
        foreach (var (address, page) in await OpenAllAsync(app))
            faults.AddRange(page is null ? [$"{address.Name} was opened for nobody"] : Faults(page).Select(fault => $"{address.Name}: {fault}"));
        faults.ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task So_is_the_page_for_what_is_not_there(App app)
    {
        var page = await app.Anybody().Get($"/{World.Code()}");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        Faults(page).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<h1>One</h1>", "")]
    [InlineData("<h1>One</h1><h1>Two</h1>", "2 first headings")]
    [InlineData("", "0 first headings")]
    [InlineData("<h1>One</h1><script>run()</script>", "a script within the page")]
    [InlineData("<h1>One</h1><script src='/assets/x.js'></script>", "")]
    [InlineData("<h1>One</h1><style>p{}</style>", "a style within the page")]
    [InlineData("<h1>One</h1><p style='color: red'>x</p>", "a style within the page")]
    [InlineData("<h1>One</h1><p onclick='run()'>x</p>", "a script within the page")]
    [InlineData("<h1>One</h1><a href='javascript:run()'>x</a>", "a script within the page")]
    [InlineData("<h1>One</h1><p id='a'></p><p id='a'></p>", "two things called a")]
    public async Task The_guard_sees_an_unsound_page(string body, string fault) =>
        (await FaultsOfAsync($"<html><head><title>A page - Guildhall</title></head><body>{body}</body></html>")).ShouldBe(fault);

    [Fact]
    public async Task The_guard_sees_a_page_without_a_title_and_one_that_is_too_large()
    {
        (await FaultsOfAsync("<title>Guildhall</title><h1>One</h1>")).ShouldBe("no title of its own");
        (await FaultsOfAsync($"<title>A</title><h1>One</h1><p>{new string('x', LargestPage)}</p>")).ShouldBe("100 KB");
    }

    internal static IEnumerable<string> Faults(Page page)
    {
        var headings = page.Document.QuerySelectorAll("h1").Length;
        if (headings != 1)
            yield return $"{headings} first headings";
        if (page.Title.Replace("Guildhall", "", StringComparison.Ordinal).Trim(' ', '-').Length == 0)
            yield return "no title of its own";
        if (page.Document.Scripts.Any(script => script.Source is null) || page.Document.All.Any(RunsSomething))
            yield return "a script within the page";
        if (page.Document.QuerySelector("style, [style]") is not null)
            yield return "a style within the page";
        foreach (var id in page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"two things called {id.Key}";
        if (page.Bytes.Length > LargestPage)
            yield return $"{page.Bytes.Length / 1024} KB";
    }

    /// <summary>Each page as the first person sees it who can, on the first stage of a day on which it is there; null when it is for nobody.</summary>
    private static async Task<IReadOnlyList<(Address Address, Page? Page)>> OpenAllAsync(App app)
    {
        var left = Address.Of(app).Where(address => address.IsPage && !NotForTheAsking.Contains(address.Name, StringComparer.Ordinal)).ToList();
        var opened = new List<(Address, Page?)>();
        foreach (var stage in new[] { DayStage.Published, DayStage.Choosing, DayStage.Allocating, DayStage.Call, DayStage.Review, DayStage.Draft, DayStage.Closed })
        {
            var trust = await OneTrust.MakeAsync(app, stage);
            foreach (var (_, visitor) in await trust.VisitorsAsync(app))
            {
                foreach (var address in left.ToList())
                {
                    if (await OpenAsync(visitor, address, trust) is not { } page)
                        continue;
                    opened.Add((address, page));
                    left.Remove(address);
                }
            }
        }
        return [.. opened, .. left.Select(address => (address, (Page?)null))];
    }

    private static async Task<Page?> OpenAsync(Visitor visitor, Address address, OneTrust trust)
    {
        var question = Questions.GetValueOrDefault(address.Name, "").Replace("{member}", trust.SpareKey("member"), StringComparison.Ordinal);
        foreach (var path in new[] { address.For(trust.Key) + question, address.For(trust.SpareKey) + question }.Distinct(StringComparer.Ordinal))
        {
            var page = await visitor.Get(path);
            if (page.Status == HttpStatusCode.OK && page.Path == path)
                return page;
        }
        return null;
    }

    private static bool RunsSomething(IElement element) =>
        element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        || element is IHtmlAnchorElement { Protocol: "javascript:" };

    private static async Task<string> FaultsOfAsync(string html)
    {
        using var response = new HttpResponseMessage
        {
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://localhost/"),
            Content = new StringContent(html, System.Text.Encoding.UTF8, "text/html"),
        };
        return string.Join("; ", Faults(await Page.ReadAsync(null!, response)));
    }
}
