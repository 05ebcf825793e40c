using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;

namespace Guildhall.Web.Tests.Rules;

/// <summary>What belongs to one organisation is not there for people of another: at no address, for no kind of person, in no page.</summary>
public sealed class OtherOrganisationsRules
{
    /// <summary>Facts that anybody who works with several organisations may look up; but never names of people.</summary>
    private static readonly Type[] PublicFacts = [typeof(SeeOrganisation)];

    [Theory, BothEngines]
    public async Task Their_things_are_not_there_for_any_of_us(App app)
    {
        var ours = await OneTrust.MakeAsync(app);
        var theirs = await OneTrust.MakeAsync(app);
        var faults = new List<string>();
        foreach (var (kind, visitor) in await ours.VisitorsAsync(app))
            faults.AddRange(await LeaksAsync(Address.Of(app), visitor, kind, theirs));
        faults.ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task The_guard_sees_a_page_that_lets_them_in(App app)
    {
        var theirs = await OneTrust.MakeAsync(app);
        var faults = await LeaksAsync(Address.Of(app), await app.SignInAs(theirs.People["PD lead"]), "their own PD lead", theirs);
        faults.ShouldContain(fault => fault.Contains("is there", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Contains("names", StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task A_part_of_their_thing_is_not_there_as_a_part_of_ours(App app)
    {
        var faults = new List<string>();
        var theirs = await OneTrust.MakeAsync(app);
        // Ours are new for each: what is posted there may change them.
        foreach (var address in Address.Of(app).Where(theirs.HasPartsOf))
            faults.AddRange(await MixedLeaksAsync(app, address, await OneTrust.MakeAsync(app), theirs));
        faults.ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task The_guard_sees_a_part_that_is_there(App app)
    {
        var ours = await OneTrust.MakeAsync(app, DayStage.Draft);
        var faults = new List<string>();
        foreach (var address in Address.Of(app).Where(ours.HasPartsOf))
            faults.AddRange(await MixedLeaksAsync(app, address, ours, ours));
        faults.ShouldNotBeEmpty();
    }

    private static async Task<List<string>> LeaksAsync(IReadOnlyList<Address> addresses, Visitor visitor, string kind, OneTrust theirs)
    {
        var faults = new List<string>();
        foreach (var address in addresses.Where(address => !address.IsAsset && !IsForTheKeeper(kind, address)))
        {
            var path = address.For(theirs.Key);
            var mayBeThere = !theirs.IsAbout(address) || PublicFacts.Contains(address.Permission?.GetType());
            foreach (var ending in address.Gets)
                faults.AddRange(Faults(await visitor.Get(path + ending), $"{kind}: {address.Name}{ending}", mayBeThere, theirs));
            foreach (var ending in theirs.IsAbout(address) ? address.Posts : [])
                faults.AddRange(Faults(await visitor.Post(path + ending), $"{kind}: post to {address.Name}{ending}", mayBeThere, theirs));
        }
        return faults;
    }

    /// <summary>Whoever runs the installation adds organisations, corrects their facts and appoints the first administrator of each.</summary>
    private static bool IsForTheKeeper(string kind, Address address) =>
        kind == OneTrust.Keeper && address.Permission is (GrantRoles or EditOrganisation);

    /// <summary>Addresses such as {day}/{room}, with our day and their room.</summary>
    private static async Task<List<string>> MixedLeaksAsync(App app, Address address, OneTrust ours, OneTrust theirs)
    {
        var faults = new List<string>();
        var keys = address.Keys.Where(ours.Things.ContainsKey).ToList();
        var before = await theirs.SnapshotAsync(app);
        var visitor = await app.SignInAs(ours.People["PD lead"]);
        var token = (await visitor.Get("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var part in keys.Skip(1))
        {
            var path = address.For(key => key == part ? theirs.Key(key) : ours.Key(key));
            foreach (var ending in address.Gets)
                faults.AddRange(Faults(await visitor.Get(path + ending), $"their {part}: {address.Name}{ending}", mayBeThere: false, theirs));
            foreach (var ending in address.Posts)
            {
                var answer = await visitor.Post(path + ending, ("__RequestVerificationToken", token));
                faults.AddRange(Faults(answer, $"their {part}: post to {address.Name}{ending}", mayBeThere: true, theirs));
            }
        }
        if (await theirs.SnapshotAsync(app) != before)
            faults.Add($"{address.Name} changes something of theirs");
        return faults;
    }

    private static IEnumerable<string> Faults(Page page, string where, bool mayBeThere, OneTrust theirs)
    {
        if (page.Status >= HttpStatusCode.InternalServerError)
            yield return $"{where} breaks";
        else if (!mayBeThere && page.Status != HttpStatusCode.NotFound && !page.Path.StartsWith("/sign-in", StringComparison.Ordinal))
            yield return $"{where} is there ({page.Status}, {page.Path})";
        foreach (var name in theirs.Private.Where(name => page.Html.Contains(name, StringComparison.Ordinal)))
            yield return $"{where} names {name}";
    }
}
