namespace Guildhall.Web.Features.Directory;

public static class DirectoryFeature
{
    public static void AddDirectory(this WebApplicationBuilder builder) => _ = builder;
}
