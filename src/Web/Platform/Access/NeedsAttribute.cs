namespace Guildhall.Web.Platform.Access;

/// <summary>Names the permission of a page or an endpoint. Without one it cannot be reached.</summary>
public interface INeeds
{
    Permission Permission { get; }
}

/// <inheritdoc cref="INeeds"/>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute<TPermission> : Attribute, INeeds
    where TPermission : Permission, new()
{
    public Permission Permission { get; } = new TPermission();
}
