namespace Guildhall.Web.Platform.Ui;

/// <summary>A line of the main navigation. A feature adds its own: <c>services.AddSingleton(new NavigationItem(...))</c>.</summary>
/// <param name="Words">What a person does there.</param>
/// <param name="Href">A path from the root, such as <c>/training-days</c>.</param>
/// <param name="Icon">A name from https://tabler.io/icons.</param>
/// <param name="Order">Smaller stands higher.</param>
/// <param name="ShownTo">Whether it is shown to whoever asks for the page.</param>
public sealed record NavigationItem(string Words, string Href, string Icon, int Order, Func<HttpContext, bool> ShownTo)
{
    public static IEnumerable<NavigationItem> For(HttpContext context) =>
        context.RequestServices.GetServices<NavigationItem>()
            .Where(item => item.ShownTo(context))
            .OrderBy(item => item.Order)
            .ThenBy(item => item.Words, StringComparer.Ordinal);

    /// <summary>"page" on its own page, "true" on a page below it, otherwise nothing: the values of aria-current.</summary>
    public string? Current(PathString path) =>
        path.Equals(Href, StringComparison.OrdinalIgnoreCase) ? "page"
        : Href != "/" && path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase) ? "true"
        : null;
}
