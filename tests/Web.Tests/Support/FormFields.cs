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
        if (value is UploadedFile file)
        {
            ((IHtmlInputElement)fields[0]).Files!.Add(file);
            return;
        }
        if (value is bool isTicked && fields is [IHtmlInputElement { Type: "checkbox" } box])
        {
            box.IsChecked = isTicked;
            return;
        }
        var wanted = value is IEnumerable many and not string ? many.Cast<object>().Select(Text).ToList() : [Text(value)];
        var refused = fields[0] switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } => Tick([.. fields.Cast<IHtmlInputElement>()], wanted),
            IHtmlSelectElement select => Choose(select, wanted),
            _ => Type(fields, wanted),
        };
        if (refused.Count > 0)
            throw new ShouldAssertException($"The field '{name}' does not take '{string.Join(", ", refused)}'.");
    }

    private static List<string> Tick(List<IHtmlInputElement> boxes, List<string> wanted)
    {
        foreach (var box in boxes)
            box.IsChecked = wanted.Contains(box.Value, StringComparer.Ordinal);
        return [.. wanted.Except(boxes.Select(box => box.Value), StringComparer.Ordinal)];
    }

    private static List<string> Choose(IHtmlSelectElement select, List<string> wanted)
    {
        foreach (var option in select.Options)
            option.IsSelected = wanted.Contains(option.Value, StringComparer.Ordinal);
        return [.. wanted.Except(select.Options.Select(option => option.Value), StringComparer.Ordinal)];
    }

    /// <summary>Several fields of one name take a list, in their order.</summary>
    private static List<string> Type(List<IHtmlElement> fields, List<string> wanted)
    {
        foreach (var (field, text) in fields.Zip(wanted))
        {
            if (field is IHtmlTextAreaElement area)
                area.Value = text;
            else
                ((IHtmlInputElement)field).Value = text;
        }
        return [.. wanted.Skip(fields.Count)];
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
