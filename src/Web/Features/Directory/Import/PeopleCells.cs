using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Cells of a file of people as schools write them. Each gives a value, or a problem as a sentence without a full stop.</summary>
internal static class PeopleCells
{
    private static readonly string[] DayFormats =
        ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyyMMdd"];

    private static readonly char[] Separators = [',', ';', '/', '|', '\n'];

    private static readonly EmailAddressAttribute EmailRule = new();

    private static readonly (string Start, WorkingDays Day)[] DayWords =
    [
        ("mo", WorkingDays.Monday), ("tu", WorkingDays.Tuesday), ("we", WorkingDays.Wednesday), ("th", WorkingDays.Thursday), ("fr", WorkingDays.Friday),
    ];

    public static bool TryEmail(string cell, out string? email, out string problem)
    {
        email = Person.CleanEmail(cell);
        problem = email is null || (email.Length <= Person.EmailLength && EmailRule.IsValid(email) && !email.Any(char.IsWhiteSpace)
            && email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..].Contains('.', StringComparison.Ordinal))
            ? "" : $"'{cell}' is not an email address";
        return problem.Length == 0;
    }

    public static bool TryFte(string cell, out int percent, out string problem)
    {
        (percent, problem) = (0, "");
        var text = cell.Replace("fte", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (text.Equals("full time", StringComparison.OrdinalIgnoreCase) || text.Equals("full-time", StringComparison.OrdinalIgnoreCase) || text is "FT" or "ft")
            percent = Post.FullTime;
        else if (decimal.TryParse(text.TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            percent = (int)Math.Round(number <= 1 && !text.EndsWith('%') ? number * Post.FullTime : number, MidpointRounding.AwayFromZero);
        if (percent is < 1 or > Post.FullTime)
            problem = $"'{cell}' is not a part of full time: write 0.6 or 60%";
        return problem.Length == 0;
    }

    public static bool TryDays(string cell, out WorkingDays days, out string problem)
    {
        (days, problem) = (WorkingDays.None, "");
        var text = cell.ToLowerInvariant().Replace(" to ", "-", StringComparison.Ordinal).Replace(" - ", "-", StringComparison.Ordinal).Replace("–", "-", StringComparison.Ordinal);
        if (text is "all" or "all week" or "full week" or "full time" or "5")
            days = WorkingDays.AllWeek;
        foreach (var word in days == WorkingDays.None ? text.Split([',', ';', '/', ' ', '&', '+'], StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (word == "and")
                continue;
            var ends = word.Split('-');
            var (first, last) = (DayOf(ends[0]), DayOf(ends[^1]));
            if (first is null || last is null || last < first || ends.Length > 2)
            {
                problem = $"'{cell}' does not say on which days: write Mon, Tue, Wed or Mon-Fri";
                return false;
            }
            foreach (var (_, day) in DayWords)
                days |= day >= first && day <= last ? day : WorkingDays.None;
        }
        return true;
    }

    public static bool TryKeyStages(string cell, out List<string> stages, out string problem)
    {
        problem = "";
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in cell.Split([.. Separators, '&', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.ToLowerInvariant().Replace("key stage", "", StringComparison.Ordinal).Replace("ks", "", StringComparison.Ordinal).Trim();
            var stage = word switch
            {
                "1" or "2" or "3" or "4" or "5" => $"Key stage {word}",
                "eyfs" or "ey" or "early years" or "nursery" or "reception" or "foundation" or "foundation stage" => "Early years",
                "sixth form" or "post-16" or "post 16" or "a level" => "Key stage 5",
                _ => null,
            };
            if (stage is null)
                problem = $"'{part}' is not a key stage: write Early years, KS1, KS2, KS3, KS4 or KS5";
            else
                found.Add(stage);
        }
        stages = [.. Directory.KeyStages.All.Where(found.Contains)];
        return problem.Length == 0;
    }

    public static bool TrySubjects(string cell, out List<string> subjects, out string problem)
    {
        subjects = [.. cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        problem = subjects.Count > Post.MostSubjects ? $"there are {subjects.Count} subjects, and at most {Post.MostSubjects} are kept"
            : subjects.Exists(subject => subject.Length > Post.SubjectLength) ? $"a subject has at most {Post.SubjectLength} letters: put a comma between subjects"
            : "";
        return problem.Length == 0;
    }

    public static bool TryDay(string cell, out DateOnly day, out string problem)
    {
        problem = DateOnly.TryParseExact(cell, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day) && day.Year is > 1930 and < 2200
            ? "" : $"'{cell}' is not a date: write 01/09/2025 or 2025-09-01";
        return problem.Length == 0;
    }

    private static WorkingDays? DayOf(string word)
    {
        foreach (var (start, day) in DayWords)
        {
            if (word.StartsWith(start, StringComparison.Ordinal) && word.All(char.IsAsciiLetter))
                return day;
        }
        return null;
    }
}
