using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Guildhall.Browser.Tests.Support;

public static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Axe finds nothing against WCAG 2.2 AA or its best practices (https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md).</summary>
    /// <remarks>Our pages have no frames, so axe runs once, in the page itself: its package opens a second page each time, which takes as long again.</remarks>
    public static async Task ShouldBeAccessible(this IPage page)
    {
        page.Frames.Count.ShouldBe(1);
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false, selectors: false }))
                .violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${violation.help}: ${node.html}`))
            """);
        found.EnumerateArray().Select(violation => violation.GetString()).ShouldBeEmpty(page.Url);
    }
}
