namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>What the demo's workshops say about themselves.</summary>
internal static class DemoSummaries
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["W01"] = "How to read aloud with a whole class every day, and what fluency practice looks like from Year 2 to Year 9. Bring a text you teach.",
    };

    public static string Of(string workshop) => Texts.GetValueOrDefault(workshop, "");
}
