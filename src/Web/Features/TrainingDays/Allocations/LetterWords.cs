using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Says to a person, in words, what came of each of their wishes and what stood in the way.</summary>
public sealed class LetterWords
{
    private readonly IReadOnlyDictionary<string, string> _titles;
    private readonly IReadOnlyDictionary<string, string> _times;

    /// <param name="titles">The titles of the workshops, by the planner's name for them.</param>
    /// <param name="times">The times of the slots, by the planner's name for them.</param>
    public LetterWords(IReadOnlyDictionary<string, string> titles, IReadOnlyDictionary<string, string> times) =>
        (_titles, _times) = (titles, times);

    public static async Task<LetterWords> ReadAsync(AppDb db, Guid day, CancellationToken cancellation)
    {
        var titles = await db.Workshops.Where(workshop => workshop.DayId == day)
            .ToDictionaryAsync(workshop => AllocationInput.Key(workshop.Id), workshop => workshop.Title, StringComparer.Ordinal, cancellation);
        var slots = await db.Slots.Where(slot => slot.DayId == day).AsNoTracking().ToListAsync(cancellation);
        return new LetterWords(titles, slots.ToDictionary(
            slot => new InputSlot(slot.Id, slot.StartMinute).Label, slot => $"{slot.Starts:HH\\:mm}", StringComparer.Ordinal));
    }

    /// <summary>One or two sentences about a wish.</summary>
    public string Explain(AllocationOutcome outcome, WishExplanation wish)
    {
        var title = $"“{_titles[wish.Workshop]}”";
        return wish.Result switch
        {
            WishResult.Met => $"{Ordinal(wish.Rank)} wish, {title}: you have it, at {Time(outcome, wish.Place!.Slot)}.",
            WishResult.ListedTwice => $"{title} stood on your list twice; the first counts.",
            WishResult.YouPresentIt => $"{title}: you present it.",
            WishResult.NotForYourGroup => $"{title} is for other role groups.",
            WishResult.NoSeats => $"{Ordinal(wish.Rank)} wish, {title}: it has no seats.",
            _ => $"{Ordinal(wish.Rank)} wish, {title}: {string.Join(" ", wish.Sessions.Where(Matters).Select(session => Sentence(outcome, session)))}".TrimEnd(':', ' '),
        };
    }

    private static bool Matters(SessionExplanation session) => session.Reason is not (SessionReason.NotForYourGroup or SessionReason.NoSeats);

    private string Sentence(AllocationOutcome outcome, SessionExplanation session)
    {
        var problem = outcome.Problem;
        var time = _times[problem.Sessions[session.Session].Slot];
        var holders = session.Holders;
        return session.Reason switch
        {
            SessionReason.Away => $"At {time} you are away.",
            SessionReason.Presenting => $"At {time} you present.",
            SessionReason.FixedPlace => $"At {time} a place was fixed for you beforehand.",
            SessionReason.DoesNotRun => $"At {time} it does not run, because too few people would come.",
            SessionReason.HoldsBetterWish => $"At {time} you have {InsteadOf(outcome, session)}.",
            SessionReason.Full => $"At {time} all {holders.Count} seats are taken{Worst(holders)}.",
            SessionReason.SchoolCapReached => $"At {time} {holders.OfYourSchool} people of your school are there, as many as one school may send.",
            SessionReason.NeededElsewhere => $"At {time} you have {InsteadOf(outcome, session)}, which runs only with you in it.",
            SessionReason.SeatLeftFree => $"At {time} a seat may still be free: ask the organiser.",
            _ => "",
        };
    }

    /// <summary>Those who sit there had no better day, which is what makes it fair.</summary>
    private static string Worst(SessionHolders holders) => holders.WorstRegret switch
    {
        null or 0 => " by people for whom it was the best place, too",
        1 => ", also by people who are one step from the best day they could have had",
        { } steps => $", also by people who are {steps} steps from the best day they could have had",
    };

    private string InsteadOf(AllocationOutcome outcome, SessionExplanation session)
    {
        if (session.Instead is not { Session: { } other } place)
            return "no place";
        var title = $"“{_titles[outcome.Problem.Sessions[other].Workshop]}”";
        return place.Rank is { } rank ? $"{title}, your {Ordinal(rank).ToLowerInvariant()} wish" : title;
    }

    private string Time(AllocationOutcome outcome, int slot) => _times[outcome.Problem.Slots[slot]];

    private static string Ordinal(int? rank) => rank switch
    {
        1 => "First",
        2 => "Second",
        3 => "Third",
        4 => "Fourth",
        5 => "Fifth",
        6 => "Sixth",
        { } other => $"{other}th",
        null => "A",
    };
}
