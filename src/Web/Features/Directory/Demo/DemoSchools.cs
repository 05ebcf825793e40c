namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>The invented schools of the demo.</summary>
internal static class DemoSchools
{
    public static IReadOnlyList<DemoSchool> OfTrust { get; } =
    [
        new("Ashbourne Road Primary", "Primary", "Ashbourne Road", "Calderbridge", "CB2 6AR", 412),
        new("Beacon Hill Academy", "Secondary", "Beacon Lane", "Highfold", "HF1 1BH", 1140),
        new("Canal Street Primary", "Primary", "Canal Street", "Calderbridge", "CB1 4CS", 308),
        new("Dovecote Infant School", "Primary", "Dovecote Close", "Little Calder", "CB7 3DC", 174),
        new("Eastfield Junior School", "Primary", "Eastfield Avenue", "Little Calder", "CB7 5EF", 236),
        new("Fernlea Primary", "Primary", "Fernlea Drive", "Calderbridge", "CB3 2FL", 420),
        new("Greenbank High School", "Secondary", "Greenbank Road", "Calderbridge", "CB4 8GB", 1265),
        new("Hollins Special School", "Special", "Hollins Lane", "Calderbridge", "CB4 1HS", 142),
        new("Kingsmead Primary", "Primary", "King's Mead", "Highfold", "HF1 7KM", 455),
        new("Millbrook Academy", "Secondary", "Mill Lane", "Netherbrook", "NB5 2MB", 1310),
        new("Orchard Park Primary", "Primary", "Orchard Park", "Netherbrook", "NB5 9OP", 296),
        new("St Anne's Primary", "Primary", "Church Street", "Netherbrook", "NB6 1SA", 205),
        new("Thornton Vale School", "All-through", "Vale Road", "Thornton", "TH2 3TV", 980),
        new("Weir Lane Nursery", "Nursery", "Weir Lane", "Calderbridge", "CB1 9WL", 88),
    ];

    public static IReadOnlyList<DemoSchool> OfNeighbours { get; } =
    [
        new("Moorside Primary", "Primary", "Moor Road", "Highfold", "HF2 4MP", 388),
        new("Cragg End School", "Secondary", "Cragg End", "Highfold", "HF3 1CE", 902),
        new("Holme Infants", "Primary", "Holme Lane", "Stonebeck", "SB4 8HI", 155),
    ];

    public static IReadOnlyList<DemoNeighbour> Neighbours { get; } =
    [
        new("Moorside Primary", "Rosalind Achebe", RoleGroup.SeniorLeader, "Deputy head and trust PD lead"),
        new("Moorside Primary", "Tom Ferreira", RoleGroup.Teacher, "Year 4 teacher"),
        new("Moorside Primary", "Bev Ollerenshaw", RoleGroup.Catering, "Kitchen manager"),
        new("Cragg End School", "Idris Maddox", RoleGroup.SeniorLeader, "Headteacher"),
        new("Cragg End School", "Wen Li Tan", RoleGroup.Teacher, "Teacher of physics"),
        new("Cragg End School", "Paul Grimshaw", RoleGroup.SiteAndPremises, "Site manager"),
        new("Holme Infants", "Karen Sugden", RoleGroup.TeachingAssistant, "Teaching assistant"),
        new("Holme Infants", "Nadia Rahmani", RoleGroup.Teacher, "Reception teacher"),
    ];
}

internal sealed record DemoSchool(string Name, string Phase, string Street, string Town, string Postcode, int Pupils);

internal sealed record DemoNeighbour(string School, string Name, RoleGroup Group, string JobTitle);
