using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>What all sessions of a day are asked after, in the organiser's words, and until when.</summary>
public sealed class FeedbackForm : IVersioned
{
    public const int WordsLength = 160;
    public const int MostStatements = 6;

    /// <summary>How long people can answer once the day is closed.</summary>
    public const int DaysToAnswer = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DayId { get; init; }

    /// <summary>Each is agreed or disagreed with, on <see cref="FeedbackScale"/>.</summary>
    public List<string> Statements { get; set; } = [];

    public string UsefulQuestion { get; set; } = "";

    public string BetterQuestion { get; set; } = "";

    /// <summary>Until when it can be answered; null as long as the day is not closed. It is never put off, or what came in between would show.</summary>
    public DateTime? Until { get; set; }

    /// <summary>When those who were there were written to.</summary>
    public DateTime? AskedAt { get; set; }

    public int Version { get; set; }

    /// <summary>What is asked unless the organiser asks otherwise: reactions, learning, use and support, one statement each.</summary>
    public static FeedbackForm Usual(Guid day) => new()
    {
        DayId = day,
        Statements =
        [
            "It was about something that matters in my work.",
            "I learnt something new.",
            "I know what I will do with it.",
            "I will have what I need to do it: time, support, resources.",
        ],
        UsefulQuestion = "What was most useful?",
        BetterQuestion = "What would make it better?",
    };

    /// <summary>Whether answers are no longer taken. Only then are any shown, so that no two views differ by a single answer.</summary>
    public bool IsOver(DateTime now) => Until <= now;

    /// <summary>What whoever looks for answers is told where none are shown.</summary>
    public string WhyNothing(DateTime now) => IsOver(now)
        ? $"Fewer than {SessionFeedback.FewestShown} people answered. Nothing is shown then, so that nobody can tell who said what."
        : Until is { } until
            ? $"People can answer until {until.Words()}. You see the results then, if at least {SessionFeedback.FewestShown} have answered."
            : $"People can answer until {DaysToAnswer} days after the day is closed. You see the results then, if at least {SessionFeedback.FewestShown} have answered.";

    /// <summary>Whether somebody who was there can answer now.</summary>
    public bool IsOpen(TrainingDay day, DateTime now) => day.Stage is (DayStage.OnTheDay or DayStage.Closed) && !IsOver(now);

    /// <summary>Whether its words can be changed: people agree or disagree with what they read, so not once the day has begun.</summary>
    public static bool CanBeWritten(TrainingDay day) => day.Stage < DayStage.OnTheDay;

    /// <summary>When answers end for a day that is closed on a date: in the last minute of the tenth day after it, which reads better than midnight.</summary>
    public static DateTime UntilFor(DateOnly closedOn) => UkTime.BeginUtc(closedOn.AddDays(DaysToAnswer + 1)).AddMinutes(-1);

    internal sealed class Table : IEntityTypeConfiguration<FeedbackForm>
    {
        public void Configure(EntityTypeBuilder<FeedbackForm> builder)
        {
            builder.ToTable("FeedbackForms");
            builder.Property(form => form.UsefulQuestion).HasMaxLength(WordsLength);
            builder.Property(form => form.BetterQuestion).HasMaxLength(WordsLength);
            builder.HasOne<TrainingDay>().WithMany().HasForeignKey(form => form.DayId);
            builder.HasIndex(form => form.DayId).IsUnique();
        }
    }
}
