using System.Security.Cryptography;
using System.Text;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>Reads what may be shown of feedback: nothing while answers come in, and no session with fewer than five.</summary>
public sealed class FeedbackReader(AppDb db, TimeProvider clock)
{
    public async Task<FeedbackForm> FormAsync(Guid day, CancellationToken cancellation) =>
        await db.FeedbackForms.AsNoTracking().SingleOrDefaultAsync(form => form.DayId == day, cancellation) ?? FeedbackForm.Usual(day);

    /// <summary>Results of those of some sessions that may be shown, by the session's key.</summary>
    public async Task<IReadOnlyDictionary<Guid, SessionResult>> ShownAsync(IReadOnlyList<Guid> sessions, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await (
            from feedback in db.SessionFeedback
            join form in db.FeedbackForms on feedback.Session!.Workshop!.DayId equals form.DayId
            where sessions.Contains(feedback.SessionId) && form.Until <= now
            select new { feedback, form }).AsNoTracking().ToListAsync(cancellation);
        var results = new Dictionary<Guid, SessionResult>();
        foreach (var row in rows)
        {
            if (row.feedback.Shown(row.form, now) is { } answers)
                results[row.feedback.SessionId] = Result(row.form, answers);
        }
        return results;
    }

    /// <summary>A whole day's results: of the sessions that are shown, and of nothing else, so that no other can be worked out from the sum.</summary>
    public async Task<DayFeedback> OfDayAsync(Guid day, CancellationToken cancellation)
    {
        var sessions = await db.Sessions.Where(session => session.Workshop!.DayId == day).Select(session => session.Id).ToListAsync(cancellation);
        var results = await ShownAsync(sessions, cancellation);
        var form = await FormAsync(day, cancellation);
        return new DayFeedback(
            [.. form.Statements.Select((words, index) => StatementResult.Sum(words, results.Values.Select(result => result.Statements[index])))],
            results);
    }

    private static SessionResult Result(FeedbackForm form, IReadOnlyList<FeedbackAnswer> answers) => new(
        answers.Count,
        [.. form.Statements.Select((words, index) => StatementResult.Of(words, answers.Select(answer => answer.Ratings.ElementAtOrDefault(index))))],
        Mixed(answers.Select(answer => answer.Useful)),
        Mixed(answers.Select(answer => answer.Better)));

    /// <summary>In an order that follows from the words alone: who wrote what to the one question and to the other does not stand side by side.</summary>
    private static IReadOnlyList<string> Mixed(IEnumerable<string> texts) =>
        [.. texts.Where(text => text.Length > 0).OrderBy(text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), StringComparer.Ordinal)];
}

/// <summary>What came back on a session.</summary>
/// <param name="Answers">How many answered.</param>
/// <param name="Statements">How far they agreed.</param>
/// <param name="Useful">What was most useful, in no order.</param>
/// <param name="Better">What would make it better, in no order.</param>
public sealed record SessionResult(int Answers, IReadOnlyList<StatementResult> Statements, IReadOnlyList<string> Useful, IReadOnlyList<string> Better);

/// <summary>What came back on a day.</summary>
/// <param name="Statements">How far people agreed, over all sessions that are shown.</param>
/// <param name="Sessions">These sessions' results.</param>
public sealed record DayFeedback(IReadOnlyList<StatementResult> Statements, IReadOnlyDictionary<Guid, SessionResult> Sessions)
{
    public int Answers => Sessions.Values.Sum(result => result.Answers);
}

/// <summary>How far people agreed with a statement.</summary>
/// <param name="Words">The statement.</param>
/// <param name="Counts">How many said 1, 2 ... 5; null when too few said anything to be shown.</param>
public sealed record StatementResult(string Words, IReadOnlyList<int>? Counts)
{
    public int Rated => Counts?.Sum() ?? 0;

    /// <summary>Which part of those who said something agree, 0 to 1.</summary>
    public double Agree => Counts is null ? 0 : Counts.Skip(FeedbackScale.Agrees - 1).Sum() / (double)Rated;

    /// <summary>"82% of 17"</summary>
    public string AgreeWords => Counts is null ? "too few answers" : $"{Math.Round(100 * Agree)}% of {Rated:N0}";

    internal static StatementResult Of(string words, IEnumerable<int> ratings)
    {
        var counts = new int[FeedbackScale.Most];
        foreach (var rating in ratings.Where(rating => rating is >= FeedbackScale.Least and <= FeedbackScale.Most))
            counts[rating - 1]++;
        return new StatementResult(words, counts.Sum() < SessionFeedback.FewestShown ? null : counts);
    }

    internal static StatementResult Sum(string words, IEnumerable<StatementResult> parts)
    {
        var shown = parts.Select(part => part.Counts).OfType<IReadOnlyList<int>>().ToList();
        return new StatementResult(words, shown.Count == 0 ? null : [.. Enumerable.Range(0, FeedbackScale.Most).Select(points => shown.Sum(counts => counts[points]))]);
    }
}
