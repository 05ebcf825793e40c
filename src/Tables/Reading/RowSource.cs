namespace Guildhall.Tables.Reading;

/// <summary>Rows of a file of some kind, one after the other, as they stand there.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>The row's number as a spreadsheet counts.</summary>
    public abstract int Number { get; }

    /// <summary>Trimmed cells; good until the next <see cref="Read"/>.</summary>
    public abstract IReadOnlyList<string> Cells { get; }

    /// <summary>Why the row cannot be used; <see langword="null"/> = it can.</summary>
    public abstract string? Problem { get; }

    /// <summary>Cells that hold an error instead of a value.</summary>
    public virtual IReadOnlyList<(int Column, string Text)> BadCells => [];

    /// <summary>Goes to the next row that has content or a problem.</summary>
    public abstract bool Read();

    public abstract void Dispose();
}
