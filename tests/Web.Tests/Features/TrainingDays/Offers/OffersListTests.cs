using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>The organisers' list, and each presenter's own.</summary>
public sealed class OffersListTests
{
    [Theory, BothEngines]
    public async Task Organisers_read_what_was_handed_in_with_who_and_where(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (lead, other) = (await app.World.Person(school), await app.World.Person(await app.World.School()));
        var (day, call) = await app.World.Call(trust);
        var offer = await app.World.Offer(day, lead, OfferState.Submitted, call.Topics[0], OfferDecision.Accept, audience: [RoleGroup.Catering]);
        await app.World.Presenter(offer, other);
        var draft = await app.World.Offer(day, lead);
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get($"/training-days/offers/{day.Id}");
        var row = page.Table().ShouldHaveSingleItem();
        row[..2].ShouldBe([offer.Title, $"{call.Topics[0].Name} For catering staff"]);
        row[2].ShouldStartWith($"{lead.FullName}, {other.FullName} {school.Name}, School ");
        row[3..].ShouldBe(["Mon 11 Jan, 09:00", "Accepted, not told yet"]);
        page.Html.ShouldNotContain(draft.Title);
        page.Text("main").ShouldContain("1 more is begun and not handed in.");
        (await page.Follow(offer.Title)).Text("main").ShouldContain(offer.Summary);
    }

    [Theory, BothEngines]
    public async Task They_filter_search_and_sort(App app)
    {
        var trust = await app.World.Trust();
        var (day, call) = await app.World.Call(trust);
        var (ann, ben) = (await app.World.Person(name: "Ann Aske"), await app.World.Person(name: "Ben Bask"));
        var cooks = await app.World.Offer(day, ann, OfferState.Submitted, call.Topics[1], audience: [RoleGroup.Catering]);
        var all = await app.World.Offer(day, ben, OfferState.Submitted, call.Topics[0], OfferDecision.Decline);
        var gone = await app.World.Offer(day, ben, OfferState.Withdrawn, audience: [RoleGroup.Teacher]);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        foreach (var (query, found) in new (string, Offer[])[]
        {
            ("", [cooks, all, gone]), ("?state=open", [cooks]), ("?state=Decline", [all]), ("?state=Withdrawn", [gone]), ("?state=nonsense", [cooks, all, gone]),
            ($"?topic={call.Topics[1].Id}", [cooks]), ("?topic=none", [gone]), ("?role=Catering", [cooks, all]), ("?role=Teacher", [all, gone]), ("?role=7x", [cooks, all, gone]),
            ($"?find={ann.FamilyName}", [cooks]), ($"?find={all.Title}", [all]), ("?sort=-topic", [cooks, all, gone]), ("?sort=decision&state=Decline", [all]),
        })
        {
            var page = await browser.Get($"/training-days/offers/{day.Id}{query}");
            page.Table().Select(row => row[0]).Order(StringComparer.Ordinal).ShouldBe(found.Select(offer => offer.Title).Order(StringComparer.Ordinal), query);
        }
        (await browser.Get($"/training-days/offers/{day.Id}?sort=-title")).Table().Select(row => row[0])
            .ShouldBe(new[] { cooks, all, gone }.Select(offer => offer.Title).OrderDescending(StringComparer.OrdinalIgnoreCase));
    }

    [Theory, BothEngines]
    public async Task What_nobody_has_offered_is_pointed_out(App app)
    {
        var trust = await app.World.Trust();
        var (day, call) = await app.World.Call(trust, mostEach: null, RoleGroup.Catering, RoleGroup.Office, RoleGroup.Teacher);
        var lead = await app.World.Person(await app.World.School(trust: trust));
        await app.World.Offer(day, lead, OfferState.Submitted, call.Topics[0], audience: [RoleGroup.Teacher]);
        await app.World.Offer(day, lead, OfferState.Submitted);
        await app.World.Offer(day, lead, OfferState.Withdrawn, call.Topics[1], audience: [RoleGroup.Catering]);
        var page = await (await app.SignInAs(await app.World.Holder(Role.PdLead, trust))).Get($"/training-days/offers/{day.Id}");
        page.Texts(".notice").ShouldBe(
        [
            $"Nobody has offered anything on this wanted topic: {call.Topics[1].Name}.",
            "No offer is made for office and business staff and catering staff in particular; 1 is for everybody.",
        ]);
    }

    [Theory, BothEngines]
    public async Task The_list_takes_as_many_queries_for_three_offers_as_for_one(App app)
    {
        var trust = await app.World.Trust();
        var (day, call) = await app.World.Call(trust);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var lead = await app.World.Person(await app.World.School(trust: trust));
        var mine = await app.SignInAs(lead);
        var counts = new List<(int List, int Mine, int Home)>();
        for (var more = 0; more < 3; more++)
        {
            var offer = await app.World.Offer(day, lead, OfferState.Submitted, call.Topics[0]);
            await app.World.Presenter(offer, await app.World.Person());
            counts.Add((
                (await app.QueriesOf(() => browser.Get($"/training-days/offers/{day.Id}"))).Count,
                (await app.QueriesOf(() => mine.Get("/training-days/offers/mine"))).Count,
                (await app.QueriesOf(() => mine.Get("/"))).Count));
        }
        counts.Distinct().ShouldHaveSingleItem();
    }

    [Theory, BothEngines]
    public async Task Presenters_find_their_own_and_nobody_elses(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (lead, other) = (await app.World.Person(school), await app.World.Person(school));
        var (day, _) = await app.World.Call(trust);
        var draft = await app.World.Offer(day, lead);
        var sent = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Decline, isSent: true);
        var quiet = await app.World.Offer(day, lead, OfferState.Submitted, decision: OfferDecision.Decline);
        var asked = await app.World.Offer(day, other);
        await app.World.Presenter(asked, lead, hasAccepted: false);
        var theirs = await app.World.Offer(day, other);
        var page = await (await (await app.SignInAs(lead)).Get("/")).Follow("My offers");
        page.Table().ToDictionary(row => row[0], row => row[2], StringComparer.Ordinal).ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [draft.Title] = "Draft",
            [sent.Title] = "Not taken up",
            [quiet.Title] = "Handed in",
            [asked.Title] = "You are asked",
        }, ignoreOrder: true);
        page.Html.ShouldNotContain(theirs.Title);
    }
}
