using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>How a value is asked for.</summary>
public enum FieldKind
{
    /// <summary>As the property's type and annotations say.</summary>
    ByProperty,
    Text,
    LongText,
    Email,
    Telephone,
    WebAddress,
    Password,
    Number,
    Date,
    Time,
    DateAndTime,
    File,
    Select,
    Checkbox,
    Radios,
    Checkboxes,
}

internal static class FieldKinds
{
    public static FieldKind Of(ModelMetadata metadata, bool hasItems)
    {
        var type = metadata.UnderlyingOrModelType;
        if (hasItems)
            return metadata.IsEnumerableType && type != typeof(string) ? FieldKind.Checkboxes : FieldKind.Select;
        if (metadata.IsEnum)
            return metadata.IsFlagsEnum ? FieldKind.Checkboxes : FieldKind.Select;
        if (type == typeof(bool))
            return metadata.IsNullableValueType ? FieldKind.Radios : FieldKind.Checkbox;
        if (typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type))
            return FieldKind.File;
        return ByDataType(metadata.DataTypeName) ?? ByType(type);
    }

    private static FieldKind? ByDataType(string? name) => name switch
    {
        nameof(DataType.EmailAddress) => FieldKind.Email,
        nameof(DataType.PhoneNumber) => FieldKind.Telephone,
        nameof(DataType.Url) => FieldKind.WebAddress,
        nameof(DataType.Password) => FieldKind.Password,
        nameof(DataType.MultilineText) => FieldKind.LongText,
        nameof(DataType.Date) => FieldKind.Date,
        nameof(DataType.Time) => FieldKind.Time,
        nameof(DataType.DateTime) => FieldKind.DateAndTime,
        _ => null,
    };

    private static FieldKind ByType(Type type) =>
        type == typeof(DateOnly) ? FieldKind.Date
        : type == typeof(TimeOnly) ? FieldKind.Time
        : type == typeof(DateTime) ? FieldKind.DateAndTime
        : type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte)
            || type == typeof(decimal) || type == typeof(double) || type == typeof(float) ? FieldKind.Number
        : FieldKind.Text;
}
