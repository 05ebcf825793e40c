using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays;

public static class TrainingDaysFeature
{
    public static void AddTrainingDays(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(new NavigationItem("Training days", "/training-days", "calendar-event", 20, context => context.Viewer().CanSomewhere(Right.OrganiseDays)));
}
