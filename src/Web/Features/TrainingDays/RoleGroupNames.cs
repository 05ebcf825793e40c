using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Role groups as forms offer them and as people write them into files.</summary>
public static class RoleGroupNames
{
    private static readonly RoleGroup[] All = Enum.GetValues<RoleGroup>();

    private static readonly Dictionary<string, RoleGroup[]> Written = MakeWritten();

    public static IReadOnlyList<SelectListItem> Items { get; } = [.. All.Select(group => new SelectListItem(group.Words(), group.ToString()))];

    /// <summary>"Everybody", or the groups' names.</summary>
    public static string Short(IReadOnlyCollection<RoleGroup> audience) =>
        audience.Count == 0 ? "Everybody" : Count.List(audience.Order().Select((group, place) => place == 0 ? group.Words() : group.Words().ToLowerFirst()));

    /// <summary>Reads groups divided by bars, semicolons or commas. Empty = everybody.</summary>
    public static bool TryRead(string cell, out List<RoleGroup> groups, out string problem)
    {
        (groups, problem) = ([], "");
        foreach (var part in cell.Split(['|', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Written.TryGetValue(Key(part), out var found))
            {
                problem = $"“{part}” is no role group. Write for example Teachers, Teaching assistants, Catering staff or Support staff";
                return false;
            }
            groups.AddRange(found);
        }
        groups = [.. groups.Distinct().Order()];
        return true;
    }

    private static Dictionary<string, RoleGroup[]> MakeWritten()
    {
        var written = new Dictionary<string, RoleGroup[]>(StringComparer.Ordinal);
        foreach (var group in All)
        {
            written[Key(group.ToString())] = [group];
            written[Key(group.Words())] = [group];
        }
        written["leader"] = [RoleGroup.SeniorLeader];
        written["ta"] = [RoleGroup.TeachingAssistant];
        written["technician"] = written["it"] = [RoleGroup.TechnicianAndIt];
        written["site"] = written["premise"] = [RoleGroup.SiteAndPremises];
        // Those who work neither in class nor in the lead, all of them.
        written["supportstaff"] = [.. All.Where(group => group.IsSupportStaff() && group != RoleGroup.TeachingAssistant)];
        written["everybody"] = written["everyone"] = written["all"] = [];
        return written;
    }

    // "Teachers", "teacher" and "TEACHER" are one.
    private static string Key(string words) => string.Concat(words.Where(char.IsLetter)).ToLowerInvariant().TrimEnd('s');
}
