using System.Collections;
using System.Globalization;
using AngleSharp.Html.Dom;

namespace Guildhall.Web.Tests.Support;

/// <summary>Types into a form, and refuses what nobody could type there.</summary>
internal static class FormFields
{
    public static void Fill(IHtmlFormElement form, string name, object? value)
    {
        var fields = form.Elements.Where(field => field.GetAttribute("name") == name && !IsHidden(field)).ToList();
        if (fields.Count == 0)
            throw new ShouldAssertException($"The form has no field '{name}'. It has: {string.Join(", ", form.Elements.Select(field => field.GetAttribute("name")))}");
        var wanted = value is IEnumerable many and not string
            ? [.. many.Cast<object>().Select(Text)]
            : new HashSet<string>(StringComparer.Ordinal) { Text(value) };
        var taken = 0;
        foreach (var field in fields)
            taken += FillOne(field, value, wanted);
        if (taken == 0 && wanted.Count > 0 && value is not (null or false))
            throw new ShouldAssertException($"The field '{name}' does not offer '{string.Join(", ", wanted)}'.");
    }

    private static int FillOne(IHtmlElement field, object? value, HashSet<string> wanted)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "file" } input:
                input.Files!.Add((UploadedFile)value!);
                return 1;
            case IHtmlInputElement { Type: "checkbox" } input when value is bool ticked:
                input.IsChecked = ticked;
                return 1;
            case IHtmlInputElement { Type: "checkbox" or "radio" } input:
                input.IsChecked = wanted.Contains(input.Value);
                return input.IsChecked ? 1 : 0;
            case IHtmlSelectElement select:
                foreach (var option in select.Options)
                    option.IsSelected = wanted.Contains(option.Value);
                return select.Options.Count(option => option.IsSelected);
            case IHtmlInputElement input:
                input.Value = wanted.Single();
                return 1;
            case IHtmlTextAreaElement area:
                area.Value = wanted.Single();
                return 1;
            default:
                return 0;
        }
    }

    /// <summary>The hidden twin that tells the server of a box that is not ticked is nobody's to type into.</summary>
    private static bool IsHidden(IHtmlElement field) => field is IHtmlInputElement { Type: "hidden" };

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
