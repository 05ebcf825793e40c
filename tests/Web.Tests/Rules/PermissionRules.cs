using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Guildhall.Web.Tests.Rules;

/// <summary>Nothing answers anybody by oversight.</summary>
public sealed class PermissionRules
{
    [Theory, BothEngines]
    public void Every_address_names_who_may_use_it(App app)
    {
        var addresses = Address.Of(app);
        addresses.Count(address => address.IsPage).ShouldBeGreaterThan(3);
        Unguarded(addresses).ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public void Only_style_sheets_scripts_and_pictures_are_open_as_assets(App app)
    {
        var assets = Address.Of(app).Where(address => address.IsAsset);
        assets.Where(address => !address.Name.StartsWith("/assets/", StringComparison.Ordinal)).Select(address => address.Name).ShouldBeEmpty();
    }

    [Fact]
    public void The_guard_sees_an_address_without_a_permission()
    {
        var open = new Address(RoutePatternFactory.Parse("/report/{day:guid}"), EndpointMetadataCollection.Empty);
        var shut = new Address(RoutePatternFactory.Parse("/x"), new EndpointMetadataCollection(new NeedsAttribute<SignedIn>()));
        Unguarded([open, shut]).ShouldBe(["/report/{day:guid}"]);
    }

    private static IReadOnlyList<string> Unguarded(IEnumerable<Address> addresses) =>
        [.. addresses.Where(address => address is { Permission: null, IsAsset: false }).Select(address => address.Name)];
}
