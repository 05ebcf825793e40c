using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Reads the register that ships with the program: <c>data/schools/england-schools.csv.gz</c>, made by scripts/compact-register.cs.</summary>
public static class ShippedRegister
{
    /// <summary>Reads the schools, which come in the order of their numbers.</summary>
    /// <param name="gz">The file as it ships; the caller closes it.</param>
    public static IEnumerable<RegisterEntry> Read(Stream gz)
    {
        using var unpacked = new GZipStream(gz, CompressionMode.Decompress, leaveOpen: true);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        if (!csv.Read())
            throw new InvalidDataException("The register that ships is empty.");
        var columns = new Columns(csv.Record!);
        var trusts = new Dictionary<int, RegisterTrust>();
        while (csv.Read())
            yield return Entry(csv, columns, trusts);
    }

    private static RegisterEntry Entry(CsvParser csv, Columns at, Dictionary<int, RegisterTrust> trusts)
    {
        var pupils = Whole(csv[at.Pupils]);
        return new RegisterEntry(Whole(csv[at.Urn]) ?? throw new InvalidDataException($"Line {csv.RawRow} of the register that ships has no URN."), csv[at.Name])
        {
            Type = csv[at.Type],
            Phase = csv[at.Phase],
            Status = csv[at.Status].Equals("Open", StringComparison.Ordinal) ? SchoolStatus.Open : SchoolStatus.ProposedToClose,
            OpenedOn = Date(csv[at.OpenedOn]),
            ClosedOn = Date(csv[at.ClosesOn]),
            LowAge = Whole(csv[at.LowAge]),
            HighAge = Whole(csv[at.HighAge]),
            ReligiousCharacter = csv[at.ReligiousCharacter],
            LocalAuthority = csv[at.LocalAuthority],
            Street = csv[at.Street],
            Locality = csv[at.Locality],
            Town = csv[at.Town],
            Postcode = csv[at.Postcode],
            Easting = Whole(csv[at.Easting]),
            Northing = Whole(csv[at.Northing]),
            Trust = Trust(csv, at, trusts),
            Pupils = pupils,
            PremiumPermille = Permille(Whole(csv[at.PremiumPupils]), pupils),
            Results = Results(csv, at),
        };
    }

    private static RegisterTrust? Trust(CsvParser csv, Columns at, Dictionary<int, RegisterTrust> trusts)
    {
        if (Whole(csv[at.TrustUid]) is not { } uid)
            return null;
        if (!trusts.TryGetValue(uid, out var trust))
            trusts.Add(uid, trust = new RegisterTrust(uid, csv[at.TrustName], csv[at.TrustType].StartsWith("Single", StringComparison.Ordinal)));
        return trust;
    }

    private static SchoolResults? Results(CsvParser csv, Columns at)
    {
        var results = new SchoolResults(
            Parts(csv[at.ReadingProgress], 10),
            Parts(csv[at.WritingProgress], 10),
            Parts(csv[at.MathsProgress], 10),
            Parts(csv[at.Progress8], 100));
        return results is (null, null, null, null) ? null : results;
    }

    private static int? Whole(string cell) => cell.Length == 0 ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Parts(string cell, int parts) =>
        cell.Length == 0 ? null : (int)decimal.Round(decimal.Parse(cell, CultureInfo.InvariantCulture) * parts, MidpointRounding.AwayFromZero);

    private static int? Permille(int? some, int? all) => some is { } part && all is > 0 and { } whole ? ((part * 1000) + (whole / 2)) / whole : null;

    private static DateOnly? Date(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Columns(string[] header)
    {
        public int Urn { get; } = Find(header, "urn");
        public int Name { get; } = Find(header, "name");
        public int Phase { get; } = Find(header, "phase");
        public int LowAge { get; } = Find(header, "low_age");
        public int HighAge { get; } = Find(header, "high_age");
        public int Type { get; } = Find(header, "type");
        public int ReligiousCharacter { get; } = Find(header, "religious_character");
        public int Status { get; } = Find(header, "status");
        public int ClosesOn { get; } = Find(header, "closes_on");
        public int OpenedOn { get; } = Find(header, "opened_on");
        public int TrustType { get; } = Find(header, "trust_type");
        public int TrustUid { get; } = Find(header, "trust_uid");
        public int TrustName { get; } = Find(header, "trust_name");
        public int Street { get; } = Find(header, "street");
        public int Locality { get; } = Find(header, "locality");
        public int Town { get; } = Find(header, "town");
        public int LocalAuthority { get; } = Find(header, "local_authority");
        public int Postcode { get; } = Find(header, "postcode");
        public int Easting { get; } = Find(header, "easting");
        public int Northing { get; } = Find(header, "northing");
        public int Pupils { get; } = Find(header, "pupils");
        public int PremiumPupils { get; } = Find(header, "premium_pupils");
        public int ReadingProgress { get; } = Find(header, "reading_progress");
        public int WritingProgress { get; } = Find(header, "writing_progress");
        public int MathsProgress { get; } = Find(header, "maths_progress");
        public int Progress8 { get; } = Find(header, "progress_8");

        private static int Find(string[] header, string column) => Array.IndexOf(header, column) is var place and >= 0
            ? place
            : throw new InvalidDataException($"The register that ships has no column '{column}'.");
    }
}
