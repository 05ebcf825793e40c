using System.Globalization;
using System.Text;
using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.Directory;

/// <summary>What a form changes, old and new, as the words of an audit entry: "name from “Ann” to “Anne”, town from nothing to “York”".</summary>
public sealed class Changes
{
    private readonly StringBuilder _words = new();

    public bool Any => _words.Length > 0;

    /// <summary>Notes a change, if it is one, and gives the new value back.</summary>
    public T Note<T>(string field, T before, T after, Func<T, string>? shown = null)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
            Add(field, shown is null ? Shown(before) : shown(before), shown is null ? Shown(after) : shown(after));
        return after;
    }

    /// <summary>The same for a list, whose order counts.</summary>
    public List<string> Note(string field, List<string> before, List<string> after)
    {
        if (!before.SequenceEqual(after, StringComparer.Ordinal))
            Add(field, string.Join(", ", before), string.Join(", ", after));
        return after;
    }

    public override string ToString() => _words.ToString();

    private void Add(string field, string before, string after)
    {
        _words.Append(Any ? ", " : "").Append(field).Append(" from ").Append(Quoted(before)).Append(" to ").Append(Quoted(after));
    }

    private static string Quoted(string text) => text.Length == 0 ? "nothing" : $"“{text}”";

    private static string Shown<T>(T value) => value switch
    {
        null => "",
        DateOnly day => UkTime.ShortWords(day),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
