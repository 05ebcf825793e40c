using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Rules;

/// <summary>Something that the application answers at: a page or an endpoint of another kind.</summary>
/// <param name="Route">Where.</param>
/// <param name="Metadata">What the endpoint, or the page's class, says about itself.</param>
internal sealed record Address(RoutePattern Route, EndpointMetadataCollection Metadata)
{
    public string Name => $"/{Route.RawText!.TrimStart('/')}";

    public Permission? Permission => Metadata.GetMetadata<INeeds>()?.Permission;

    public bool IsAsset => Metadata.GetMetadata<AssetMetadata>() is not null;

    /// <summary>The names of the things that the address is about, in its order.</summary>
    public IReadOnlyList<string> Keys => [.. Route.Parameters.Select(parameter => parameter.Name)];

    public bool IsPage => Page is not null;

    /// <summary>What can be asked for here: the paths' endings.</summary>
    public IReadOnlyList<string> Gets => IsPage ? [.. Handlers("Get").Union([""], StringComparer.Ordinal)] : [""];

    /// <summary>What can be posted here: the paths' endings.</summary>
    public IReadOnlyList<string> Posts => [.. Handlers("Post")];

    private CompiledPageActionDescriptor? Page => Metadata.GetMetadata<CompiledPageActionDescriptor>();

    /// <summary>The path for particular things.</summary>
    public string For(Func<string, string> key) => "/" + string.Join('/', Route.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => key(parameter.Name),
            _ => throw new ArgumentException($"{Name} has a part of an unknown kind.", nameof(key)),
        }))));

    private IEnumerable<string> Handlers(string method) => (Page?.HandlerMethods ?? [])
        .Where(handler => handler.HttpMethod == method)
        .Select(handler => handler.Name is { Length: > 0 } name ? $"?handler={name}" : "");

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Address> Of(App app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => new Address(endpoint.RoutePattern, endpoint.Metadata))
            // A folder's first page answers at two addresses.
            .OrderBy(address => address.Name.Length).DistinctBy(address => address.Page?.ViewEnginePath ?? address.Name)];
}
