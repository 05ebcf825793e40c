using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Role groups inside a sentence.</summary>
public static class RoleGroupSentences
{
    /// <summary>"technicians and IT staff": a small first letter.</summary>
    public static string WordsInside(this RoleGroup group)
    {
        var words = group.Words();
        return $"{char.ToLowerInvariant(words[0])}{words[1..]}";
    }

    /// <summary>"For teaching assistants"</summary>
    public static string ForWords(this RoleGroup group) => $"For {group.WordsInside()}";
}
