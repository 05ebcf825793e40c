using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Ui.Listings;

namespace Guildhall.Web.Features.Directory;

/// <summary>How lists of deeds are sorted and searched.</summary>
public static class AuditLog
{
    public static SortOrders<AuditEntry> Orders { get; } = new("-when", entry => entry.Id)
    {
        ["when"] = entry => entry.At,
        ["who"] = entry => entry.ActorName,
        ["what"] = entry => entry.SubjectName,
    };

    public static IQueryable<AuditEntry> Matching(this IQueryable<AuditEntry> entries, string? find, DateOnly? from, DateOnly? to)
    {
        foreach (var word in SearchWords.Of(find))
        {
            entries = entries.Where(entry => entry.ActorName.ToLower().Contains(word) || entry.SubjectName.ToLower().Contains(word)
                || entry.Deed.ToLower().Contains(word));
        }
        if (from is { } first)
        {
            var begin = UkTime.BeginUtc(first);
            entries = entries.Where(entry => entry.At >= begin);
        }
        if (to is { } last)
        {
            var end = UkTime.BeginUtc(last.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }
        return entries;
    }
}
