using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Guildhall.Browser.Tests.Support;

public static class Accessibility
{
    /// <summary>Axe finds nothing against WCAG 2.2 AA or its best practices (https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md).</summary>
    public static async Task ShouldBeAccessible(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}")).ShouldBeEmpty(page.Url);
    }
}
