using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>The members of an enum as what can be chosen, by name: [Display(Name)] or the member's own name in words.</summary>
internal static class EnumChoices
{
    public static IEnumerable<SelectListItem> Items(ModelMetadata metadata)
    {
        var type = metadata.UnderlyingOrModelType;
        foreach (var (group, value) in metadata.EnumGroupedDisplayNamesAndValues!)
        {
            var member = Enum.GetName(type, Enum.Parse(type, value))!;
            // "None = 0" of a set of flags is what no tick says.
            if (!metadata.IsFlagsEnum || IsSingle(long.Parse(value, CultureInfo.InvariantCulture)))
                yield return new SelectListItem(group.Name == member ? PlainNames.Sentence(member) : group.Name, member);
        }
    }

    /// <summary>The names of the single flags that a value holds.</summary>
    public static IEnumerable<string> In(Enum flags) =>
        Enum.GetValues(flags.GetType()).Cast<Enum>()
            .Where(flag => IsSingle(Convert.ToInt64(flag, CultureInfo.InvariantCulture)) && flags.HasFlag(flag))
            .Select(flag => flag.ToString());

    private static bool IsSingle(long value) => value != 0 && (value & (value - 1)) == 0;
}
