using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Features.TrainingDays.Attending;
using Guildhall.Web.Features.TrainingDays.Certificates;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Lifecycle;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Features.TrainingDays.Publish;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays;

public static class TrainingDaysFeature
{
    public static void AddTrainingDays(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavigationItem(
            "Training days", "/training-days", "calendar-event", 20, context => context.Viewer().CanSomewhere(Right.OrganiseDays)));
        builder.Services.AddScoped<AllocationInputReader>();
        builder.Services.AddScoped<AllocationDesk>();
        builder.Services.AddScoped<DayLifecycle>();
        builder.Services.AddScoped<ReviewDesk>();
        builder.Services.AddScoped<DecisionMails>();
        builder.Services.AddRecurringJob<ReachDeadlines>("reach the deadlines of training days", ReachDeadlines.HowOften);
        builder.Services.AddScoped<LivePlaceReader>();
        builder.Services.AddScoped<LivePlaces>();
        builder.Services.AddScoped<WaitingLists>();
        builder.Services.AddScoped<ChangeDesk>();
        builder.Services.AddScoped<ProgrammeInputReader>();
        builder.Services.AddSingleton<ProgrammeMeter>();
        builder.Services.AddScoped<BoardDesk>();
        builder.Services.AddScoped<ProgrammeTeller>();
        builder.Services.AddDurableJob<SuggestProgramme>(SuggestProgramme.Kind);
        builder.Services.AddScoped<SwapReader>();
        builder.Services.AddScoped<SwapMails>();
        builder.Services.AddScoped<SwapDesk>();
        builder.Services.AddScoped<LatePlanner>();
        builder.Services.AddScoped<LateDesk>();
        builder.Services.AddScoped<FixedPlaceRules>();
        builder.Services.AddScoped<DayMails>();
        builder.Services.AddScoped<OfferMails>();
        builder.Services.AddScoped<SpeakerLinks>();
        builder.Services.AddScoped<PlanDay>();
        builder.Services.AddDurableJob<PlanDay>(PlanDay.Kind);
        builder.Services.AddDurableJob<PublishDay>(PublishDay.Kind);
        builder.Services.AddScoped<SessionsAttended>();
        builder.Services.AddScoped<FeedbackReader>();
        builder.Services.AddScoped<FeedbackDesk>();
        builder.Services.AddScoped<CertificateReader>();
        builder.Services.AddScoped<OwnAfterDayReader>();
        builder.Services.AddScoped<DayEnds>();
        builder.Services.AddScoped<AttendanceReader>();
        builder.Services.AddScoped<ReportReader>();
        builder.Services.AddScoped<Remembered>();
        builder.Services.AddScoped<DayClosing>();
        builder.Services.AddDurableJob<CloseDay>(CloseDay.Kind);
        builder.AddAttendance();
        builder.AddMyDay();
    }
}
