using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Attending;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Choose;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Features.TrainingDays.Report;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

public abstract partial class AppDb
{
    public DbSet<AllocationRun> AllocationRuns => Set<AllocationRun>();

    public DbSet<Apology> Apologies => Set<Apology>();

    public DbSet<Attendance> Attendance => Set<Attendance>();

    public DbSet<WorkshopCall> Calls => Set<WorkshopCall>();

    public DbSet<CallTopic> CallTopics => Set<CallTopic>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Choice> Choices => Set<Choice>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<DayReviewer> DayReviewers => Set<DayReviewer>();

    public DbSet<Disappointment> Disappointments => Set<Disappointment>();

    public DbSet<FeedbackForm> FeedbackForms => Set<FeedbackForm>();

    public DbSet<FeedbackGiven> FeedbackGiven => Set<FeedbackGiven>();

    public DbSet<FixedPlace> FixedPlaces => Set<FixedPlace>();

    public DbSet<Invitee> Invitees => Set<Invitee>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferFile> OfferFiles => Set<OfferFile>();

    public DbSet<OfferPresenter> OfferPresenters => Set<OfferPresenter>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Presenter> Presenters => Set<Presenter>();

    public DbSet<ProgrammeSuggestion> ProgrammeSuggestions => Set<ProgrammeSuggestion>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<ReportNote> ReportNotes => Set<ReportNote>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ReviewScore> ReviewScores => Set<ReviewScore>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<SessionCode> SessionCodes => Set<SessionCode>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SessionFeedback> SessionFeedback => Set<SessionFeedback>();

    public DbSet<Slot> Slots => Set<Slot>();

    public DbSet<Star> Stars => Set<Star>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<SwapOffer> SwapOffers => Set<SwapOffer>();

    public DbSet<SwapRefusal> SwapRefusals => Set<SwapRefusal>();

    public DbSet<TopicNeed> TopicNeeds => Set<TopicNeed>();

    public DbSet<TrainingDay> TrainingDays => Set<TrainingDay>();

    public DbSet<Waiting> Waiting => Set<Waiting>();

    public DbSet<Workshop> Workshops => Set<Workshop>();
}
