namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>The list of offers as somebody has it: its page, order and filters go along to an offer and back.</summary>
internal static class ReviewList
{
    private static readonly string[] Kept = ["find", "show", "sort", "number", "size"];

    /// <summary>An address with what is known of the list behind the question mark.</summary>
    public static string To(string page, IQueryCollection query) =>
        page + QueryString.Create(Kept.Where(query.ContainsKey).Select(name => KeyValuePair.Create<string, string?>(name, query[name])));
}
