using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Features.TrainingDays.Publish;
using Guildhall.Web.Platform.Jobs;

namespace Guildhall.Web.Features.TrainingDays;

public static class TrainingDaysFeature
{
    public static void AddTrainingDays(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AllocationInputReader>();
        builder.Services.AddScoped<AllocationDesk>();
        builder.Services.AddScoped<FixedPlaceRules>();
        builder.Services.AddScoped<DayMails>();
        builder.Services.AddScoped<PlanDay>();
        builder.Services.AddDurableJob<PlanDay>(PlanDay.Kind);
        builder.Services.AddDurableJob<PublishDay>(PublishDay.Kind);
        builder.AddMyDay();
    }
}
