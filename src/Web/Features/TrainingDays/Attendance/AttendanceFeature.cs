using Guildhall.Web.Features.TrainingDays.Attending.Paper;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>The day itself: who is here.</summary>
public static class AttendanceFeature
{
    public static void AddAttendance(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WrongCodes>();
        builder.Services.AddScoped<SessionCodes>();
        builder.Services.AddScoped<WalkIns>();
        builder.Services.AddScoped<CheckInDesk>();
        builder.Services.AddScoped<RegisterReader>();
        builder.Services.AddScoped<RegisterDesk>();
        builder.Services.AddScoped<PaperReader>();
    }
}
