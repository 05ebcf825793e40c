using System.Text.RegularExpressions;

namespace Guildhall.Web.Platform;

/// <summary>The address of Features/TrainingDays/WhoHasNotChosen.cshtml is /training-days/who-has-not-chosen.</summary>
public sealed partial class KebabCase : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) =>
        value is null ? null : WordStart().Replace(value.ToString()!, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex WordStart();
}
