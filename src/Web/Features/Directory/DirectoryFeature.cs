using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Features.Directory.Register;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.Directory;

public static class DirectoryFeature
{
    public static void AddDirectory(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RegisterAdding>();
        builder.Services.AddScoped<PersonReach>();
        builder.Services.AddScoped<Leaving>();
        builder.Services.AddScoped<RegisterRefresh>();
        builder.Services.AddDurableJob<CheckRegister>(CheckRegister.Kind);
        builder.Services.AddDurableJob<ApplyRegister>(ApplyRegister.Kind);
        builder.Services.AddScoped<PeopleImporting>();
        builder.Services.AddScoped<ImportClaims>();
        builder.Services.AddDurableJob<CheckPeople>(CheckPeople.Kind);
        builder.Services.AddDurableJob<ApplyPeople>(ApplyPeople.Kind);
        builder.Services.AddSingleton(new NavigationItem(
            "Directory", "/directory", "building-community", 70, // icon="building-community"
            context => context.Viewer() is var viewer && (viewer.CanSomewhere(Right.BrowseDirectory) || viewer.RunsInstallation)));
    }
}
