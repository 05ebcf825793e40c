using System.Collections.ObjectModel;

namespace Guildhall.Tables;

/// <summary>
/// Which column of a file holds which field of an import. Pure: headers in, mapping out. Headers are compared by their letters and digits
/// alone, so that <c>E-mail Address</c> is <c>email_address</c>.
/// </summary>
public sealed class ColumnMapping
{
    /// <summary>No column.</summary>
    public const int None = -1;

    // As None, but because a person said so: that is remembered, while a file that merely lacks the column says nothing about the next.
    private const int LeftOut = -2;

    private readonly int[] _columns;

    private ColumnMapping(IReadOnlyList<string> headers, IReadOnlyList<WantedField> fields, int[] columns) =>
        (Headers, Fields, _columns) = (headers, fields, columns);

    /// <summary>The file's columns.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The fields that are wanted.</summary>
    public IReadOnlyList<WantedField> Fields { get; }

    /// <summary>The required fields for which there is no column.</summary>
    public IReadOnlyList<WantedField> Missing => [.. Fields.Where((wanted, i) => wanted.IsRequired && _columns[i] < 0)];

    /// <summary>Whether every required field has its column.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>The places of the columns that have a name and no field.</summary>
    public IReadOnlyList<int> Unused => [.. Enumerable.Range(0, Headers.Count).Where(column => Headers[column].Length > 0 && !_columns.Contains(column))];

    /// <summary>
    /// Proposes a mapping. What is remembered goes first, where the file has such a column; then a field's name or words; then its
    /// synonyms in their order. A proposed column has one field; a remembered one may have several.
    /// </summary>
    /// <param name="headers">The file's columns.</param>
    /// <param name="fields">The fields that are wanted; their names differ.</param>
    /// <param name="remembered">What <see cref="Remember"/> gave for an earlier file.</param>
    /// <exception cref="ArgumentException">Two fields have the same name.</exception>
    public static ColumnMapping Propose(
        IReadOnlyList<string> headers, IReadOnlyList<WantedField> fields, IReadOnlyDictionary<string, string>? remembered = null)
    {
        if (fields.DistinctBy(field => field.Name, StringComparer.Ordinal).Count() < fields.Count)
            throw new ArgumentException("two fields have the same name", nameof(fields));
        var keys = headers.Select(KeyOf).ToArray();
        var columns = new int[fields.Count];
        Array.Fill(columns, None);
        for (var i = 0; i < columns.Length; i++)
        {
            if (remembered is not null && remembered.TryGetValue(fields[i].Name, out var header))
                columns[i] = header.Length == 0 ? LeftOut : Find(keys, header);
        }
        Fill(field => [field.Name, field.Words]);
        Fill(field => field.Synonyms);
        return new ColumnMapping(headers, fields, columns);

        void Fill(Func<WantedField, IReadOnlyList<string>> namesOf)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] != None)
                    continue;
                columns[i] = namesOf(fields[i]).Select(name => Find(keys, name))
                    .FirstOrDefault(column => column != None && !columns.Contains(column), None);
            }
        }
    }

    /// <summary>The column of a field, for <see cref="TableRow.this"/>; <see cref="None"/> = it has none.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="ArgumentException">No such field is wanted.</exception>
    public int ColumnOf(string field) => Math.Max(None, _columns[PlaceOf(field)]);

    /// <summary>The mapping with another column for a field, as a person chose it.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="column">The column's place, or <see cref="None"/> to leave the field out, now and in the files to come.</param>
    /// <exception cref="ArgumentException">No such field is wanted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public ColumnMapping With(string field, int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, None);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Headers.Count);
        var columns = (int[])_columns.Clone();
        columns[PlaceOf(field)] = column == None ? LeftOut : column;
        return new ColumnMapping(Headers, Fields, columns);
    }

    /// <summary>The header of each field by the field's name, empty for one that a person left out: to be kept for the next file.</summary>
    public ReadOnlyDictionary<string, string> Remember() =>
        Fields.Select((field, i) => (field.Name, Column: _columns[i]))
            .Where(pair => pair.Column != None)
            .Select(pair => (pair.Name, Header: pair.Column == LeftOut ? "" : Headers[pair.Column]))
            .ToDictionary(pair => pair.Name, pair => pair.Header, StringComparer.Ordinal).AsReadOnly();

    private int PlaceOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (string.Equals(Fields[i].Name, field, StringComparison.Ordinal))
                return i;
        }
        throw new ArgumentException($"no field '{field}' is wanted", nameof(field));
    }

    private static int Find(string[] keys, string header)
    {
        var key = KeyOf(header);
        return key.Length == 0 ? None : Array.IndexOf(keys, key);
    }

    // A header of signs alone, such as #, is compared as it is.
    private static string KeyOf(string header)
    {
        var key = string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return key.Length > 0 ? key : header.Trim();
    }
}
