using System.Runtime.InteropServices;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>
/// What a reading of the register's download found: what is wrong, line by line, and what was left out on purpose. A wrong file of
/// 200,000 rows would have a message for each, so only the first are kept and the others counted.
/// </summary>
public sealed class RegisterFindings
{
    /// <summary>So many messages are kept; more help nobody.</summary>
    public const int MostKept = 200;

    private readonly List<RegisterFinding> _kept = [];
    private readonly SortedDictionary<string, int> _passedOver = new(StringComparer.Ordinal);
    private readonly int[] _counts = new int[4];

    /// <summary>The first messages, in the order found.</summary>
    public IReadOnlyList<RegisterFinding> Kept => _kept;

    /// <summary>Whether a file could not be used, or not to its end. Then nothing of this reading may be kept.</summary>
    public bool IsRefused => Count(RegisterFindingWeight.File) > 0;

    /// <summary>Whether the files say which school is in which trust. Where they do not, no school may lose its trust.</summary>
    public bool TrustsAreKnown { get; internal set; }

    /// <summary>Schools that were read.</summary>
    public int Schools { get; internal set; }

    /// <summary>Rows that are no state school in England, by the register's type: independent schools, Welsh schools, colleges ...</summary>
    public IReadOnlyDictionary<string, int> PassedOver => _passedOver;

    /// <summary>How many messages there were, kept or not.</summary>
    public int Count(RegisterFindingWeight weight) => _counts[(int)weight];

    internal void Add(RegisterFindingWeight weight, RegisterFile file, int line, string column, string text)
    {
        _counts[(int)weight]++;
        // What refuses a file is said however much was said before.
        if (_kept.Count < MostKept || weight == RegisterFindingWeight.File)
            _kept.Add(new RegisterFinding(weight, file, line, column, text));
    }

    internal void PassOver(string type)
    {
        // A file gone wrong could have a new type in every row.
        if (_passedOver.Count == MostKept && !_passedOver.ContainsKey(type))
            type = "";
        _passedOver[type] = _passedOver.GetValueOrDefault(type) + 1;
    }
}

/// <summary>Something found in a file of the register.</summary>
/// <param name="Weight">What it does.</param>
/// <param name="File">Which file.</param>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Column">The column's name; empty when it is about the whole row or file.</param>
/// <param name="Text">What is wrong, in words, and what to do.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RegisterFinding(RegisterFindingWeight Weight, RegisterFile File, int Line, string Column, string Text);

public enum RegisterFindingWeight
{
    /// <summary>Worth knowing; everything was read.</summary>
    Note,

    /// <summary>One cell was left empty.</summary>
    Cell,

    /// <summary>One row was left out.</summary>
    Row,

    /// <summary>The file cannot be used.</summary>
    File,
}

/// <summary>The register's files, each downloaded on its own.</summary>
public enum RegisterFile
{
    /// <summary>All schools, with all columns.</summary>
    Schools,

    /// <summary>Which school is in which group: trusts, federations and others.</summary>
    GroupLinks,

    /// <summary>Which school came before or after which.</summary>
    Links,
}
