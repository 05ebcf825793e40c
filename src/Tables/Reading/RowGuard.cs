namespace Guildhall.Tables.Reading;

/// <summary>Stops the parser when one row goes on and on: it would hold all of it in memory, a cell for each separator.</summary>
internal sealed class RowGuard(TextReader text, int longestRow) : TextReader
{
    private long _sinceRow;

    public void BeginRow() => _sinceRow = 0;

    public override int Peek() => text.Peek();

    public override int Read()
    {
        Count(1);
        return text.Read();
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        Count(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private void Count(int letters)
    {
        _sinceRow += letters;
        if (_sinceRow > longestRow)
            throw new RowTooLongException();
    }
}

/// <summary>A row is longer than it may be.</summary>
internal sealed class RowTooLongException : Exception;
