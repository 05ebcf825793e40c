namespace Guildhall.Cli.Reading;

/// <summary>Where in a file's rows the known columns stand.</summary>
internal sealed class TableHeader
{
    private readonly int[] _places;
    private readonly List<(int Number, int Place)> _numbered = [];
    private readonly List<int> _numbers = [];

    public TableHeader(IReadOnlyList<string> headers, TableColumns columns)
    {
        Width = headers.Count;
        _places = new int[columns.Needed.Length + columns.Optional.Length];
        Array.Fill(_places, -1);
        for (var place = 0; place < headers.Count; place++)
            Add(headers[place], place, columns);
        _numbered.Sort();
        foreach (var (number, _) in _numbered)
            _numbers.Add(number);
        foreach (var needed in columns.Needed)
        {
            if (_places[columns.IndexOf(needed)] < 0)
                Errors.Add((needed, $"the column '{needed}' is missing; the first line names the columns, and here they are: {Listed(headers)}"));
        }
    }

    /// <summary>How many cells the header has.</summary>
    public int Width { get; }

    public List<(string Column, string Text)> Errors { get; } = [];

    public List<(string Column, string Text)> Warnings { get; } = [];

    public IReadOnlyList<int> Numbers => _numbers;

    public int PlaceOf(int column) => _places[column];

    public int PlaceOfNumbered(int index) => _numbered[index].Place;

    private void Add(string header, int place, TableColumns columns)
    {
        if (columns.IndexOf(header) is var known and >= 0)
        {
            if (_places[known] >= 0)
                Errors.Add(Doubled(header, _places[known], place));
            else
                _places[known] = place;
        }
        else if (columns.NumberOf(header) is var number and > 0)
        {
            var earlier = _numbered.FindIndex(column => column.Number == number);
            if (earlier >= 0)
                Errors.Add(Doubled(header, _numbered[earlier].Place, place));
            else
                _numbered.Add((number, place));
        }
        // Passing over a misspelt column of wishes in silence would lose them.
        else if (columns.Numbered is { } start && header.StartsWith(start.AsSpan().TrimEnd('_'), StringComparison.OrdinalIgnoreCase))
        {
            Warnings.Add((header, $"this column is not read: such columns are called {start}1, {start}2 and so on"));
        }
    }

    private static (string Column, string Text) Doubled(string header, int first, int second) =>
        (header.ToLowerInvariant(), $"the column is there twice, as the file's columns {first + 1} and {second + 1}");

    private static string Listed(IReadOnlyList<string> headers) => headers.Count == 0 ? "none" : $"'{string.Join("', '", headers)}'";
}
