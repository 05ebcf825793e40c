namespace Guildhall.Web.Features.Directory.Register;

/// <summary>The columns of the register's download that are used, out of more than a hundred.</summary>
internal static class DownloadColumns
{
    public const string Urn = "URN";
    public const string Name = "EstablishmentName";
    public const string Type = "TypeOfEstablishment (name)";
    public const string Status = "EstablishmentStatus (name)";
    public const string Phase = "PhaseOfEducation (name)";
    public const string LocalAuthority = "LA (name)";
    public const string Town = "Town";
    public const string Postcode = "Postcode";

    public const string OpenedOn = "OpenDate";
    public const string ClosedOn = "CloseDate";
    public const string LowAge = "StatutoryLowAge";
    public const string HighAge = "StatutoryHighAge";
    public const string ReligiousCharacter = "ReligiousCharacter (name)";
    public const string Street = "Street";
    public const string Locality = "Locality";
    public const string Easting = "Easting";
    public const string Northing = "Northing";
    public const string Pupils = "NumberOfPupils";
    public const string FreeMeals = "PercentageFSM";
    public const string TrustFlag = "TrustSchoolFlag (name)";
    public const string TrustUid = "Trusts (code)";
    public const string TrustName = "Trusts (name)";

    /// <summary>Without these it is another file.</summary>
    public static readonly string[] Needed = [Urn, Name, Type, Status, Phase, LocalAuthority, Town, Postcode];

    /// <summary>Without these less is known.</summary>
    public static readonly string[] Optional =
    [
        OpenedOn, ClosedOn, LowAge, HighAge, ReligiousCharacter, Street, Locality, Easting, Northing, Pupils, FreeMeals,
        TrustFlag, TrustUid, TrustName,
    ];
}
