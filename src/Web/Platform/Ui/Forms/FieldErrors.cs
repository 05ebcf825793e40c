using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Guildhall.Web.Platform.Ui.Forms;

internal static class FieldErrors
{
    /// <summary>With the label before it, as a list of errors needs it: "Title: fill this in".</summary>
    public static string Words(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : "What was sent does not fit here";

    /// <summary>Below the label itself: "Fill this in".</summary>
    public static string WithoutLabel(ModelError error, string label)
    {
        var words = Words(error);
        return words.StartsWith(label + ": ", StringComparison.Ordinal)
            ? char.ToUpper(words[label.Length + 2], CultureInfo.InvariantCulture) + words[(label.Length + 3)..]
            : words;
    }
}

/// <summary>Names of fields in the order in which the model declares them, which is the order of the form.</summary>
internal sealed class AsDeclared(ModelMetadata model) : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        var (one, other) = (Places(x ?? ""), Places(y ?? ""));
        for (var at = 0; at < Math.Min(one.Count, other.Count); at++)
        {
            if (one[at] != other[at])
                return one[at].CompareTo(other[at]);
        }
        return one.Count.CompareTo(other.Count);
    }

    // "Input.Rows[2].Name": where each part stands among its parent's properties, and which element of a list is meant.
    private List<int> Places(string name)
    {
        var places = new List<int>();
        ModelMetadata? parent = model;
        foreach (var part in name.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? part : part[..bracket];
            var place = parent?.Properties.Select(own => own.PropertyName).ToList().IndexOf(property) ?? -1;
            places.Add(place < 0 ? int.MaxValue : place);
            parent = place < 0 ? null : parent!.Properties[place];
            if (bracket < 0)
                continue;
            places.Add(int.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue);
            parent = parent?.ElementMetadata;
        }
        return places;
    }
}
