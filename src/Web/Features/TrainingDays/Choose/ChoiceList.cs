using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>One person's wishes for a day, the first first, and the rules that a list keeps. A change gives a new list.</summary>
public sealed class ChoiceList(IEnumerable<Guid> wishes)
{
    public IReadOnlyList<Guid> Wishes { get; } = [.. wishes];

    public bool IsSameAs(ChoiceList other) => Wishes.SequenceEqual(other.Wishes);

    /// <summary>1 = first; 0 = not wished for.</summary>
    public int RankOf(Guid workshop) => Wishes.IndexOf(workshop) + 1;

    /// <summary>With one more, as the last wish; a workshop that is wished for already stays where it is.</summary>
    public ChoiceList With(Guid workshop) => Wishes.Contains(workshop) ? this : new([.. Wishes, workshop]);

    public ChoiceList Without(Guid workshop) => new(Wishes.Where(wish => wish != workshop));

    /// <summary>With a wish moved up (-1) or down (+1); at an end it stays.</summary>
    public ChoiceList Moved(Guid workshop, int by)
    {
        var from = Wishes.IndexOf(workshop);
        var to = from + by;
        if (from < 0 || to < 0 || to >= Wishes.Count)
            return this;
        var moved = Wishes.ToList();
        moved.RemoveAt(from);
        moved.Insert(to, workshop);
        return new(moved);
    }

    /// <summary>What stands against saving this list now, in words to the person; null if nothing does.</summary>
    /// <param name="day">The day.</param>
    /// <param name="candidates">Those workshops of the day that are in the list, by their keys.</param>
    /// <param name="now">The instant of saving, UTC.</param>
    /// <param name="isLate">Whether the person was invited once places were out, and can choose still.</param>
    public string? Objection(TrainingDay day, IReadOnlyDictionary<Guid, Candidate> candidates, DateTime now, bool isLate = false)
    {
        if (!day.IsOpenForChoices(now) && !isLate)
        {
            return day.ChooseUntil is { } until && until <= now
                ? $"Choosing closed on {until.Words()}. The list that was saved last counts."
                : "Choosing is closed. The list that was saved last counts.";
        }
        if (Wishes.Distinct().Count() != Wishes.Count)
            return "A workshop stands in the list twice. Open the page again.";
        if (Wishes.Count > day.WishesAllowed)
            return $"You can rank {day.WishesAllowed.Words()} workshops. Remove one to add another.";
        foreach (var wish in Wishes)
        {
            if (!candidates.TryGetValue(wish, out var candidate))
                return "A workshop in your list is not in the programme any more. Open the page again to see what is.";
            if (candidate.Presents)
                return $"You present \"{candidate.Title}\", so it cannot be one of your wishes.";
            if (!candidate.IsForThem)
                return $"\"{candidate.Title}\" is for other people, so it cannot be one of your wishes.";
        }
        return null;
    }
}

/// <summary>A workshop of the day, as it looks to one person.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsForThem">Whether it is for their role group.</param>
/// <param name="Presents">Whether they present it.</param>
public sealed record Candidate(string Title, bool IsForThem, bool Presents);

file static class Lists
{
    public static int IndexOf(this IReadOnlyList<Guid> list, Guid key)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (list[at] == key)
                return at;
        }
        return -1;
    }
}
