namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Which of the register's fifty types of establishment are state schools in England.</summary>
internal static class StateSchools
{
    private static readonly HashSet<string> Types = new(
        [
            "Community school",
            "Voluntary aided school",
            "Voluntary controlled school",
            "Foundation school",
            "Pupil referral unit",
            "Local authority nursery school",
            "City technology college",
            "Community special school",
            "Foundation special school",
            // Run by charities, their places paid for by the state.
            "Non-maintained special school",
            "Sixth form centres",
            "Academy sponsor led",
            "Academy special sponsor led",
            "Academy converter",
            "Academy alternative provision converter",
            "Academy alternative provision sponsor led",
            "Academy special converter",
            "Academy 16-19 converter",
            "Academy 16 to 19 sponsor led",
            "Academy secure 16 to 19",
            "Free schools",
            "Free schools special",
            "Free schools alternative provision",
            "Free schools 16 to 19",
            "University technical college",
            "Studio schools",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Include(string type) => Types.Contains(type);
}
