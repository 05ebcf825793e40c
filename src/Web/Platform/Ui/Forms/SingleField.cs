using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>The field of a row that has one. The framework's generator fills in what was sent before, and the longest length.</summary>
internal sealed class SingleField(
    IHtmlGenerator html, ModelExpression of, ViewContext view, IEnumerable<SelectListItem>? items, string? autocomplete, string? accept)
{
    public IHtmlContent Of(FieldKind kind, IReadOnlyDictionary<string, object?> aria)
    {
        var attributes = aria.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        attributes["class"] = Css(kind);
        if (autocomplete is not null)
            attributes["autocomplete"] = autocomplete;
        if (of.Metadata.IsRequired && kind != FieldKind.File)
            attributes["aria-required"] = "true";
        if (of.Metadata.Placeholder is { } placeholder)
            attributes["placeholder"] = placeholder;

        switch (kind)
        {
            case FieldKind.Select:
                return html.GenerateSelect(view, of.ModelExplorer, Choose(), of.Name, items ?? EnumChoices.Items(of.Metadata), of.Metadata.IsEnumerableType, attributes);
            case FieldKind.LongText:
                return html.GenerateTextArea(view, of.ModelExplorer, of.Name, rows: 5, columns: 0, attributes);
            case FieldKind.Password:
                return html.GeneratePassword(view, of.ModelExplorer, of.Name, value: null, attributes);
            case FieldKind.File:
                attributes["accept"] = accept;
                attributes["type"] = "file";
                if (of.Metadata.IsEnumerableType)
                    attributes["multiple"] = "multiple";
                return html.GenerateTextBox(view, of.ModelExplorer, of.Name, value: null, format: null, attributes);
            default:
                attributes["type"] = Type(kind);
                if (kind == FieldKind.Number)
                    AddNumberLimits(attributes);
                return html.GenerateTextBox(view, of.ModelExplorer, of.Name, of.Model, Format(kind), attributes);
        }
    }

    // What must be chosen begins empty, so that nobody sends the first one by mistake.
    private string? Choose() => of.Metadata.IsEnumerableType || items?.Any(item => string.IsNullOrEmpty(item.Value)) == true ? null
        : of.Metadata.IsRequired ? "Choose one" : "None";

    private static string Css(FieldKind kind) => kind switch
    {
        FieldKind.Select => "form-select",
        FieldKind.Number or FieldKind.Time => "form-control form-control-short",
        FieldKind.Date or FieldKind.DateAndTime or FieldKind.Telephone => "form-control form-control-medium",
        _ => "form-control",
    };

    private static string Type(FieldKind kind) => kind switch
    {
        FieldKind.Email => "email",
        FieldKind.Telephone => "tel",
        FieldKind.WebAddress => "url",
        FieldKind.Number => "number",
        FieldKind.Date => "date",
        FieldKind.Time => "time",
        FieldKind.DateAndTime => "datetime-local",
        _ => "text",
    };

    private static string? Format(FieldKind kind) => kind switch
    {
        FieldKind.Date => "{0:yyyy-MM-dd}",
        FieldKind.Time => "{0:HH\\:mm}",
        FieldKind.DateAndTime => "{0:yyyy-MM-ddTHH\\:mm}",
        _ => null,
    };

    private void AddNumberLimits(Dictionary<string, object?> attributes)
    {
        var isWhole = of.Metadata.UnderlyingOrModelType != typeof(decimal) && of.Metadata.UnderlyingOrModelType != typeof(double) && of.Metadata.UnderlyingOrModelType != typeof(float);
        attributes["inputmode"] = isWhole ? "numeric" : "decimal";
        if (!isWhole)
            attributes["step"] = "any";
        if (of.Metadata.ValidatorMetadata.OfType<RangeAttribute>().FirstOrDefault() is not { } range)
            return;
        attributes["min"] = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
        attributes["max"] = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
    }
}
