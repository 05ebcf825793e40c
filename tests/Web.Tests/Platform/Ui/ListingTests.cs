using Guildhall.Web.Platform.Access;

namespace Guildhall.Web.Tests.Platform.Ui;

/// <summary>What a listing gives a phone, which has no columns.</summary>
public sealed class ListingTests
{
    [Theory, BothEngines]
    public async Task A_cell_says_what_it_is_unless_that_is_plain_or_it_is_empty(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, workshops: 1);
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get($"/training-days/workshops/{day.Id}");
        var cells = page.Document.QuerySelectorAll("tbody tr:first-child td").ToList();
        cells[0].GetAttribute("data-label").ShouldBe("Code");
        cells[^1].TextContent.ShouldStartWith("Remove");
        cells[^1].HasAttribute("data-label").ShouldBeFalse();
        page.Document.QuerySelectorAll("[bare]").ShouldBeEmpty();

        var people = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get("/directory");
        people.Document.QuerySelectorAll("td:empty").ShouldNotBeEmpty();
        people.Document.QuerySelectorAll("td[data-label]").ShouldAllBe(cell => cell.TextContent.Trim().Length > 0);
    }

    [Theory, BothEngines]
    public async Task Filters_are_folded_on_a_phone_until_one_is_used(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, workshops: 1, invitees: [await app.World.Person()]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        (await browser.Get($"/training-days/invite/{day.Id}")).Document.QuerySelectorAll("details.find-more[open]").ShouldBeEmpty();
        (await browser.Get($"/training-days/invite/{day.Id}?role=Teacher")).Document.QuerySelectorAll("details.find-more[open]").ShouldHaveSingleItem();
    }
}
