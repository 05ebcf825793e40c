namespace Guildhall.Tables;

/// <summary>Whole numbers as people and spreadsheets write them: <c>30</c>, <c>30.0</c>, <c>30,0</c>.</summary>
public static class WholeNumber
{
    /// <summary>The largest number that is read: nothing that schools count here is larger.</summary>
    public const int Largest = 1_000_000;

    /// <summary>Reads a number from 0 to <see cref="Largest"/>.</summary>
    /// <param name="cell">The cell, trimmed and not empty.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">What is wrong with it, as a sentence without a full stop; empty when nothing is.</param>
    public static bool TryRead(string cell, out int number, out string problem)
    {
        (number, problem) = (0, "");
        if (cell[0] == '-' && TryRead(cell[1..].Trim() is { Length: > 0 } rest ? rest : "x", out _, out _))
            problem = $"this must be 0 or more, not '{cell}'";
        else if (!TrySplit(cell, out var whole, out var decimals) || whole.Length == 0)
            problem = $"'{cell}' is not a number";
        // In 1,000 and in 1.000 nobody can tell a thousand from a one.
        else if (decimals.Length == 3 && whole.Length <= 3)
            problem = $"'{cell}' can be read as {whole} or in thousands: write the number without a comma or point";
        else if (decimals.ContainsAnyExcept('0'))
            problem = $"'{cell}' is not a whole number";
        else if (!TryReadDigits(whole, out number))
            problem = $"'{cell}' is too large: at most {Largest} is possible";
        return problem.Length == 0;
    }

    /// <summary>Reads digits only, at most <see cref="Largest"/>.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
            if (number > Largest)
                return false;
        }
        return digits.Length > 0;
    }

    private static bool TrySplit(ReadOnlySpan<char> cell, out ReadOnlySpan<char> whole, out ReadOnlySpan<char> decimals)
    {
        var point = cell.IndexOfAny('.', ',');
        whole = point < 0 ? cell : cell[..point];
        decimals = point < 0 ? [] : cell[(point + 1)..];
        return !whole.ContainsAnyExceptInRange('0', '9') && !decimals.ContainsAnyExceptInRange('0', '9') && (point < 0 || decimals.Length > 0);
    }
}
