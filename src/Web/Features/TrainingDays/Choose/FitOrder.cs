using System.Text;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>
/// The order of a catalogue that fits one person, with the reasons in words. The same for the same input; ties stand by code. It orders and
/// never leaves out, and nothing that gives places reads it.
/// </summary>
public static class FitOrder
{
    /// <summary>Other names under which a subject or key stage is spoken of, in small letters.</summary>
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Mathematics"] = ["maths", "numeracy"],
        ["Maths"] = ["mathematics", "numeracy"],
        ["Physical education"] = ["pe"],
        ["Computing"] = ["computer science"],
        ["Early years"] = ["eyfs", "nursery"],
        ["Key stage 1"] = ["ks1"],
        ["Key stage 2"] = ["ks2"],
        ["Key stage 3"] = ["ks3"],
        ["Key stage 4"] = ["ks4", "gcse"],
        ["Key stage 5"] = ["ks5", "sixth form", "post 16"],
    };

    /// <summary>Orders workshops by their fit, the best first; as many come out as go in.</summary>
    public static IReadOnlyList<Fit> Rank(FitPerson person, IEnumerable<FitWorkshop> workshops) =>
        [.. workshops
            .Select(workshop => (Workshop: workshop, Fit: Of(person, workshop)))
            .OrderByDescending(row => row.Fit.Weight)
            .ThenBy(row => row.Workshop.Code, StringComparer.Ordinal)
            .ThenBy(row => row.Workshop.Id)
            .Select(row => row.Fit)];

    /// <summary>How well one workshop fits.</summary>
    public static Fit Of(FitPerson person, FitWorkshop workshop)
    {
        var reasons = Reasons(person, workshop).OrderByDescending(reason => reason.Kind).ToList();
        return new Fit(workshop.Id, reasons.Sum(reason => (int)reason.Kind), reasons.ConvertAll(reason => reason.Words));
    }

    private static IEnumerable<(FitReason Kind, string Words)> Reasons(FitPerson person, FitWorkshop workshop)
    {
        if (workshop is { IsNeeded: true, Topic: { } needed })
            yield return (FitReason.Need, $"you said that “{needed}” matters to you");
        // What is meant for their role group says more than what is meant for everybody.
        if (workshop.Suggestions.Where(one => one.RoleGroup is null || one.RoleGroup == person.RoleGroup).OrderBy(one => one.RoleGroup is null).FirstOrDefault() is { } said)
            yield return (FitReason.Suggestion, Words(said));
        var text = Plain($"{workshop.Title} {workshop.Topic} {workshop.Summary}");
        if (person.Subjects.FirstOrDefault(subject => Speaks(text, subject)) is { } subject)
            yield return (FitReason.Subject, $"it is about {subject.ToLowerFirst()}, which you teach");
        if (workshop.Audience.Contains(person.RoleGroup))
            yield return (FitReason.RoleGroup, $"it is for {person.RoleGroup.WordsInside()}");
        if (person.KeyStages.FirstOrDefault(stage => Speaks(text, stage)) is { } stage)
            yield return (FitReason.KeyStage, $"it is about {stage.ToLowerFirst()}, where you teach");
        if (workshop is { Topic: { } topic, IsNeeded: false })
            yield return (FitReason.Priority, $"“{topic}” is a topic of the day");
        else if (workshop is { Topic: null, Priority.Length: > 0 })
            yield return (FitReason.Priority, $"it serves a priority: {workshop.Priority.TrimEnd('.')}");
    }

    private static string Words(FitSuggestion said) =>
        $"{said.By} suggests it to {said.RoleGroup?.WordsInside() ?? "everybody"} at your school{(said.Note.Length > 0 ? $" (“{said.Note}”)" : "")}";

    private static bool Speaks(string text, string name) =>
        OtherNames.GetValueOrDefault(name, []).Prepend(name).Select(Plain).Any(words => words.Length > 2 && text.Contains(words, StringComparison.Ordinal));

    /// <summary>Words in small letters with a space before and after each, so that "art" is not found in "start".</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (plain[^1] != ' ')
                plain.Append(' ');
        }
        return (plain[^1] == ' ' ? plain : plain.Append(' ')).ToString();
    }
}
