namespace Guildhall.Web.Features.TrainingDays;

public static class TrainingDaysFeature
{
    public static void AddTrainingDays(this WebApplicationBuilder builder) => _ = builder;
}
