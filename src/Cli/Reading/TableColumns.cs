using Guildhall.Tables;

namespace Guildhall.Cli.Reading;

/// <summary>Which columns a table has to have and may have.</summary>
/// <param name="Needed">Columns without which the table says nothing.</param>
/// <param name="Optional">Columns that are empty when they are not there.</param>
/// <param name="Numbered">The beginning of columns that come in any number, such as <c>choice_</c>.</param>
internal sealed record TableColumns(string[] Needed, string[] Optional, string? Numbered = null)
{
    /// <summary>The place of a known column: the needed ones first; -1 = not known.</summary>
    public int IndexOf(ReadOnlySpan<char> header)
    {
        for (var i = 0; i < Needed.Length; i++)
        {
            if (header.Equals(Needed[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }
        for (var i = 0; i < Optional.Length; i++)
        {
            if (header.Equals(Optional[i], StringComparison.OrdinalIgnoreCase))
                return Needed.Length + i;
        }
        return -1;
    }

    /// <summary>The number of a numbered column, 1 or more; 0 = it is none.</summary>
    public int NumberOf(ReadOnlySpan<char> header) =>
        Numbered is not null && header.StartsWith(Numbered, StringComparison.OrdinalIgnoreCase)
            && WholeNumber.TryReadDigits(header[Numbered.Length..], out var number) ? number : 0;

    public bool Knows(ReadOnlySpan<char> header) => IndexOf(header) >= 0 || NumberOf(header) > 0;
}
