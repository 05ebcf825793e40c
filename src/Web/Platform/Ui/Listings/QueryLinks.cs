namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>Addresses of the page at hand with some of what stands behind the question mark changed, and the rest kept.</summary>
public static class QueryLinks
{
    /// <summary><c>Request.With(("find", "smith"), ("number", null))</c>: null takes a parameter out.</summary>
    public static string With(this HttpRequest request, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            query.Remove(name);
            if (value is not null)
                query[name] = value;
        }
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }
}
