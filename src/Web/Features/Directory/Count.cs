using System.Globalization;

namespace Guildhall.Web.Features.Directory;

/// <summary>A number with its word: "1 school", "1,200 schools".</summary>
public static class Count
{
    public static string Of(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
