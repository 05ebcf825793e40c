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
                results[row.feedback.SessionId] = new SessionResult(row.form, answers);
        }
        return results;
    }

    /// <summary>A whole day's results: of the sessions that are shown, and of nothing else, so that no other can be worked out from the sum.</summary>
    public async Task<DayFeedback> OfDayAsync(Guid day, CancellationToken cancellation)
    {
        var form = await FormAsync(day, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var results = new Dictionary<Guid, SessionResult>();
        if (form.IsOver(now))
        {
            foreach (var feedback in await db.SessionFeedback.Where(row => row.Session!.Workshop!.DayId == day).AsNoTracking().ToListAsync(cancellation))
            {
                if (feedback.Shown(form, now) is { } answers)
                    results[feedback.SessionId] = new SessionResult(form, answers);
            }
        }
        return new DayFeedback(
            [.. form.Statements.Select((words, index) => StatementResult.Sum(words, results.Values.Select(result => result.Statements[index])))],
            results);
    }
}

/// <summary>What came back on a session.</summary>
public sealed class SessionResult(FeedbackForm form, IReadOnlyList<FeedbackAnswer> answers)
{
    /// <summary>How many answered.</summary>
    public int Answers => answers.Count;

    /// <summary>How far they agreed.</summary>
    public IReadOnlyList<StatementResult> Statements { get; } =
        [.. form.Statements.Select((words, index) => StatementResult.Of(words, answers.Select(answer => answer.Ratings.ElementAtOrDefault(index))))];

    /// <summary>What was most useful, in no order.</summary>
    public IReadOnlyList<string> Useful => Mixed(answers.Select(answer => answer.Useful));

    /// <summary>What would make it better, in no order.</summary>
    public IReadOnlyList<string> Better => Mixed(answers.Select(answer => answer.Better));

    /// <summary>In an order that follows from the words alone: who wrote what to the one question and to the other does not stand side by side.</summary>
    private static IReadOnlyList<string> Mixed(IEnumerable<string> texts) =>
        [.. texts.Where(text => text.Length > 0).OrderBy(text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), StringComparer.Ordinal)];
}

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
