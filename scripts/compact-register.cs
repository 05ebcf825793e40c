// Makes data/schools/england-schools.csv.gz, the register of schools that ships, from two open data files; data/README.md names
// them. The same input gives the same rows, and the same bytes with the same version of .NET.
// Usage: dotnet run scripts/compact-register.cs -- JOINED.csv.gz GROUP-LINKS.csv.gz OUTPUT.csv.gz
#:package CsvHelper
#:property PublishAot=false
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: dotnet run scripts/compact-register.cs -- JOINED.csv.gz GROUP-LINKS.csv.gz OUTPUT.csv.gz");
    return 2;
}

// What the department writes where there is no figure: suppressed, no entries, low coverage, not published, not applicable.
string[] noFigure = ["SUPP", "NE", "LOWCOV", "NP", "NA"];
var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

var authorities = ReadAuthorities(args[1]);
var districtOfAuthority = new Dictionary<string, string>(StringComparer.Ordinal);

// Columns that go together stand together: it makes the file a tenth smaller.
(string Name, Func<CsvReader, string> Cell)[] columns =
[
    ("urn", row => Whole(row, "URN")),
    ("name", row => Text(row, "school_name")),
    ("phase", row => Text(row, "phase_type")),
    ("low_age", row => Whole(row, "statutory_low_age")),
    ("high_age", row => Whole(row, "statutory_high_age")),
    ("type", row => Text(row, "establishment_type")),
    ("religious_character", row => Text(row, "religious_character") is var faith && faith is "Does not apply" or "None" ? "" : faith),
    ("status", row => Text(row, "school_status")),
    ("closes_on", row => Date(row, "close_date")),
    ("opened_on", row => Date(row, "open_date")),
    ("trust_type", row => Text(row, "Group Type")),
    ("trust_uid", row => Whole(row, "Group UID")),
    ("trust_name", row => Text(row, "Group Name")),
    ("street", row => Text(row, "street")),
    ("locality", row => Text(row, "locality")),
    ("town", row => Text(row, "town")),
    ("local_authority", Authority),
    ("postcode", row => Text(row, "postcode")),
    ("easting", row => Whole(row, "easting")),
    ("northing", row => Whole(row, "northing")),
    ("pupils", row => Whole(row, "PupilsOnRoll_201920")),
    ("premium_pupils", row => Whole(row, "DeprivationPP_201920")),
    ("reading_progress", row => Figure(row, "READPROG")),
    ("writing_progress", row => Figure(row, "WRITPROG")),
    ("maths_progress", row => Figure(row, "MATPROG")),
    ("progress_8", row => Figure(row, "P8MEA")),
];

var schools = new SortedDictionary<int, string[]>();
using (var row = Open(args[0]))
{
    while (row.Read())
    {
        var urn = int.Parse(Whole(row, "URN"), CultureInfo.InvariantCulture);
        schools.Add(urn, [.. columns.Select(column => column.Cell(row))]);
    }
}

using (var gzip = new GZipStream(File.Create(args[2]), CompressionLevel.SmallestSize))
using (var text = new StreamWriter(gzip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
{
    foreach (var cells in schools.Values.Prepend([.. columns.Select(column => column.Name)]))
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
Console.WriteLine($"{schools.Count} schools, {new FileInfo(args[2]).Length} bytes");
return 0;

CsvReader Open(string path)
{
    var csv = new CsvReader(new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)), CultureInfo.InvariantCulture);
    csv.Read();
    csv.ReadHeader();
    return csv;
}

// The joined file has the authorities' codes, the group links their names.
Dictionary<string, string> ReadAuthorities(string path)
{
    using var row = Open(path);
    var names = new Dictionary<string, string>(StringComparer.Ordinal);
    while (row.Read())
        names[Text(row, "LA (code)")] = Text(row, "LA (name)");
    return names;
}

// An authority none of whose schools is in a group (the City of London) has the name of its only district.
string Authority(CsvReader row)
{
    var code = Text(row, "LA (code)");
    if (authorities.TryGetValue(code, out var name))
        return name;
    var district = Text(row, "administrative_district");
    if (districtOfAuthority.TryAdd(code, district) || string.Equals(districtOfAuthority[code], district, StringComparison.Ordinal))
        return district;
    throw new InvalidDataException($"Local authority {code} has no name in the group links and more than one district.");
}

// Some names went through a wrong encoding on their way: a control character where Windows has an apostrophe.
string Text(CsvReader row, string column)
{
    var cell = string.Concat((row.GetField(column) ?? "").Select(sign => sign is >= '\u0080' and <= '\u009F' ? windows.GetString([(byte)sign])[0] : sign));
    return Regex.Replace(cell, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
}

string Figure(CsvReader row, string column)
{
    var cell = Text(row, column);
    if (cell.Length == 0 || noFigure.Contains(cell, StringComparer.Ordinal))
        return "";
    return decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}

// A pupil on the roll of two schools counts as half in each.
string Whole(CsvReader row, string column) =>
    Figure(row, column) is { Length: > 0 } figure
        ? decimal.Round(decimal.Parse(figure, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
        : "";

// 1900 stands in the register for a day that nobody knows.
string Date(CsvReader row, string column) =>
    Text(row, column) is { Length: > 0 } cell
        && DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture) is { Year: > 1900 } date
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";
