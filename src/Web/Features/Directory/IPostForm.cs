namespace Guildhall.Web.Features.Directory;

/// <summary>A page with the fields of a post, so that two pages show the same ones.</summary>
public interface IPostForm
{
    PostInput Input { get; }
}
