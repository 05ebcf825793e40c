namespace Guildhall.Web.Features.Directory.Register;

/// <summary>One state school as England's register has it. Texts that the register leaves out are empty.</summary>
/// <param name="Urn">The school's unique reference number. A school that becomes an academy gets a new one.</param>
/// <param name="Name">The school's name.</param>
public sealed record RegisterEntry(int Urn, string Name)
{
    /// <summary>In the register's words, such as <c>Academy converter</c> or <c>Community school</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>In the register's words, such as <c>Primary</c> or <c>All-through</c>.</summary>
    public string Phase { get; init; } = "";

    public SchoolStatus Status { get; init; }

    public DateOnly? OpenedOn { get; init; }

    /// <summary>For a school that is proposed to close, the day proposed.</summary>
    public DateOnly? ClosedOn { get; init; }

    public int? LowAge { get; init; }

    public int? HighAge { get; init; }

    public string ReligiousCharacter { get; init; } = "";

    public string LocalAuthority { get; init; } = "";

    public string Street { get; init; } = "";

    /// <summary>The village or part of town.</summary>
    public string Locality { get; init; } = "";

    public string Town { get; init; } = "";

    public string Postcode { get; init; } = "";

    /// <summary>Metres on the British National Grid.</summary>
    public int? Easting { get; init; }

    /// <summary>Metres on the British National Grid.</summary>
    public int? Northing { get; init; }

    /// <summary>The academy trust; <see langword="null"/> = none, or not known (<see cref="RegisterFindings.TrustsAreKnown"/>).</summary>
    public RegisterTrust? Trust { get; init; }

    public int? Pupils { get; init; }

    /// <summary>
    /// Of 1,000 pupils, how many bring the school the pupil premium for disadvantage (free school meals in the last six years).
    /// Only the register that ships says it; never compare it with <see cref="FreeMealsPermille"/>.
    /// </summary>
    public int? PremiumPermille { get; init; }

    /// <summary>Of 1,000 pupils, how many have free school meals now. Only the register's own download says it.</summary>
    public int? FreeMealsPermille { get; init; }

    /// <summary>Only the register that ships has results.</summary>
    public SchoolResults? Results { get; init; }

    /// <summary>
    /// For a closed school: those that came after it, chains followed to the end, smallest number first. They may lie outside the
    /// file. Two or more where a school was split.
    /// </summary>
    public IReadOnlyList<int> SuccessorUrns { get; init; } = [];
}

public enum SchoolStatus
{
    Open,
    ProposedToClose,
    ProposedToOpen,
    Closed,
}

/// <summary>An academy trust.</summary>
/// <param name="Uid">Its number among the register's groups; <see langword="null"/> where the file gives only the name.</param>
/// <param name="Name">As the register writes it, in capitals.</param>
/// <param name="IsForOneSchool">Whether it is a single-academy trust.</param>
public sealed record RegisterTrust(int? Uid, string Name, bool IsForOneSchool);

/// <summary>The department's published progress measures of 2018-19, the last before the pandemic.</summary>
/// <param name="ReadingTenths">Key stage 2 reading progress in tenths of a scaled-score point; 0 = as schools alike on average.</param>
/// <param name="WritingTenths">The same in writing.</param>
/// <param name="MathsTenths">The same in mathematics.</param>
/// <param name="Progress8Hundredths">Progress 8 in hundredths of a grade.</param>
public sealed record SchoolResults(int? ReadingTenths, int? WritingTenths, int? MathsTenths, int? Progress8Hundredths);
