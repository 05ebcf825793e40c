using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>A property without a [Display] name is called by its own: FamilyName becomes "Family name".</summary>
internal sealed partial class PlainNames : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.MetadataKind != ModelMetadataKind.Property || context.Key.Name is not { } name || context.DisplayMetadata.DisplayName is not null)
            return;
        var words = Sentence(name);
        context.DisplayMetadata.DisplayName = () => words;
    }

    internal static string Sentence(string name)
    {
        var words = WordStart().Split(name);
        for (var at = 1; at < words.Length; at++)
        {
            // Abbreviations stay as they are: "School URN".
            if (words[at].Length == 1 || char.IsLower(words[at][1]))
                words[at] = char.ToLowerInvariant(words[at][0]) + words[at][1..];
        }
        return string.Join(' ', words);
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
