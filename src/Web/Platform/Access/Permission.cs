using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Access;

/// <summary>Who may use a page. Each feature names its permissions in one file; a page carries one of them in <see cref="NeedsAttribute{T}"/>.</summary>
public abstract class Permission
{
    /// <summary>Whether somebody who is not signed in can pass, so that refusing them must not ask them to sign in.</summary>
    public virtual bool IsOpenToAll => false;

    /// <summary>Decides, and puts what the page is about where the page finds it.</summary>
    internal abstract ValueTask<bool> AllowsAsync(HttpContext context, Viewer viewer);
}

/// <summary>A permission that is about no particular thing.</summary>
public abstract class GeneralPermission : Permission
{
    protected abstract bool Allows(Viewer viewer);

    internal sealed override ValueTask<bool> AllowsAsync(HttpContext context, Viewer viewer) =>
        ValueTask.FromResult((viewer.IsSignedIn || IsOpenToAll) && Allows(viewer));
}

/// <summary>
/// A permission on one thing, which the address names: <c>{day:guid}</c>. What does not exist and what one may not see look the same.
/// </summary>
/// <typeparam name="T">An entity whose key is a Guid.</typeparam>
/// <param name="routeKey">The name of the part of the address that holds its key.</param>
public abstract class Permission<T>(string routeKey) : Permission
    where T : class
{
    protected virtual bool Allows(Viewer viewer, T thing) => false;

    /// <summary>For a rule that needs to look something up.</summary>
    protected virtual ValueTask<bool> AllowsAsync(Viewer viewer, T thing, AppDb db, CancellationToken cancellation) =>
        ValueTask.FromResult(Allows(viewer, thing));

    internal sealed override async ValueTask<bool> AllowsAsync(HttpContext context, Viewer viewer)
    {
        if (!viewer.IsSignedIn || !Guid.TryParse(context.GetRouteValue(routeKey) as string, out var key))
            return false;
        var db = context.RequestServices.GetRequiredService<AppDb>();
        var thing = await db.FindAsync<T>([key], context.RequestAborted);
        if (thing is null || !await AllowsAsync(viewer, thing, db, context.RequestAborted))
            return false;
        context.Items[typeof(T)] = thing;
        return true;
    }
}
