namespace Guildhall.Web.Platform.Files;

public static class FilesFeature
{
    public static void AddFiles(this WebApplicationBuilder builder) => builder.Services.AddScoped<FileStore>();
}
