using System.Collections;
using System.Globalization;
using Guildhall.Web.Platform.Ui.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Guildhall.Web.Platform.LostUpdates;

/// <summary>Says in the same words what a form sent and what a row holds.</summary>
internal static class FieldWords
{
    public static string Of(ModelMetadata property, IEnumerable<string?> values) =>
        Count.List(values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => One(property, value!.Trim())));

    /// <summary>Null for what a form may well show in another way than the row holds it.</summary>
    public static string? OfSaved(ModelMetadata property, object? value) => value switch
    {
        null => "",
        string text => Of(property, [text]),
        DateTime instant => Of(property, [instant.ToUk().ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)]),
        DateOnly date => Of(property, [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]),
        IEnumerable many => Of(property, many.Cast<object>().Select(one => one.ToString())),
        Enum or bool => Of(property, [value.ToString()]),
        IFormattable number => Of(property, [number.ToString(format: null, CultureInfo.InvariantCulture)]),
        _ => null,
    };

    private static string One(ModelMetadata property, string value)
    {
        if (property.IsEnum)
            return EnumChoices.Items(property).FirstOrDefault(item => item.Value == value)?.Text ?? value;
        if (property.UnderlyingOrModelType == typeof(bool))
            return bool.TryParse(value, out var isTicked) && isTicked ? "Yes" : "No";
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date))
            return date.Words();
        return DateTime.TryParseExact(value, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToString("dddd d MMMM yyyy 'at' H:mm", CultureInfo.InvariantCulture)
            : value.ReplaceLineEndings("\n");
    }
}
