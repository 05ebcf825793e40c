namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>How far somebody agrees with a statement, 5 = most.</summary>
public static class FeedbackScale
{
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>From here on, they agree.</summary>
    public const int Agrees = 4;

    /// <summary>As a form has them, the most first.</summary>
    public static IReadOnlyList<int> Points { get; } = [5, 4, 3, 2, 1];

    public static string Words(int points) => points switch
    {
        5 => "Agree strongly",
        4 => "Agree",
        3 => "Neither",
        2 => "Disagree",
        1 => "Disagree strongly",
        _ => throw new ArgumentOutOfRangeException(nameof(points), points, message: null),
    };
}
