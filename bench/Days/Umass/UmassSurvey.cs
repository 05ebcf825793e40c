using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Guildhall.Bench.Days.Umass;

/// <summary>
/// The survey of the University of Massachusetts before enrolment, autumn 2024 (Fair-and-Explainable-Decision-Making/
/// course-allocation-data): who says how much they want which course.
/// </summary>
public sealed partial class UmassSurvey
{
    private UmassSurvey(IReadOnlyList<Answer> answers) => Answers = answers;

    /// <summary>A finished answer.</summary>
    /// <param name="Status">1 freshman, 2 sophomore, 3 junior, 4 senior, 5 master's, 6 doctoral student; 0 = not said.</param>
    /// <param name="Wanted">How many courses they plan to stay in; 0 = not said.</param>
    /// <param name="Ratings">
    /// For each course that they rated the best rating of its sections, 1 to 8. The files do not say which end is good; 8 is: 1 is more
    /// than half of all ratings, and freshmen rate the first courses highest, doctoral students the last.
    /// </param>
    public sealed record Answer(int Status, int Wanted, IReadOnlyDictionary<string, int> Ratings);

    /// <summary>The finished answers, in the file's order.</summary>
    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>Reads the survey.</summary>
    /// <param name="folder">The folder with <c>survey_data.csv.gz</c> and <c>survey_column_mapping.csv</c>.</param>
    public static UmassSurvey Read(string folder)
    {
        var courses = ReadMapping(Path.Combine(folder, "survey_column_mapping.csv"));
        using var file = File.OpenRead(Path.Combine(folder, "survey_data.csv.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        csv.Read();
        var header = csv.Record!;
        var courseOf = CoursesOfColumns(header, courses);
        var (finished, status, wanted) = (Array.IndexOf(header, "Finished"), Array.IndexOf(header, "1"), Array.IndexOf(header, "3"));

        var answers = new List<Answer>();
        while (csv.Read())
        {
            var row = csv.Record!;
            if (row[finished] is not "1")
                continue;
            var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var column = 0; column < row.Length; column++)
            {
                if (courseOf[column] is { } course && row[column].Length > 0)
                    ratings[course] = Math.Max(ratings.GetValueOrDefault(course), Number(row[column]));
            }
            answers.Add(new Answer(Number(row[status]), Number(row[wanted]), ratings));
        }
        return new UmassSurvey(answers);
    }

    /// <summary>Columns of the survey to course numbers; <c>.1</c> behind a column's name means the second column of that name.</summary>
    private static Dictionary<string, string> ReadMapping(string path)
    {
        var courses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            if (bar >= 0 && CourseNumber().Match(line, bar) is { Success: true } match)
                courses.Add(line[..bar], match.Groups["course"].Value);
        }
        return courses;
    }

    private static string?[] CoursesOfColumns(string[] header, Dictionary<string, string> courses)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. header.Select(name =>
        {
            var before = seen.GetValueOrDefault(name);
            seen[name] = before + 1;
            return courses.GetValueOrDefault(before == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{before}"));
        })];
    }

    private static int Number(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"DEPT (?<course>\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CourseNumber();
}
