using Guildhall.Web.Features.TrainingDays.Calendar;
using Guildhall.Web.Features.TrainingDays.Choose;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.MyDay;

/// <summary>What every member of staff uses: choosing, their day, their calendar.</summary>
public static class MyDayFeature
{
    public static void AddMyDay(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CatalogueReader>();
        builder.Services.AddScoped<ChoiceDesk>();
        builder.Services.AddScoped<MyDayReader>();
        builder.Services.AddScoped<FeedDesk>();
        builder.Services.AddSingleton(new NavigationItem("My PD", "/", "home", 10, context => context.Viewer().IsSignedIn));
    }
}
