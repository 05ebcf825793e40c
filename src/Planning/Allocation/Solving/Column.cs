namespace Guildhall.Planning.Allocation.Solving;

/// <summary>One variable of the linear program: a whole set of places for one person, or something that belongs to rows alone.</summary>
internal sealed class Column
{
    /// <summary>The column is in no basis.</summary>
    public const int Outside = -1;

    /// <summary>The column stands for its person: its amount is one less the amounts of the person's other columns in the basis.</summary>
    public const int Key = -2;

    /// <summary>The person, or -1 for what is no person's.</summary>
    public required int Person { get; init; }

    /// <summary>The rows that one unit of the column touches.</summary>
    public required int[] Rows { get; set; }

    /// <summary>By how much, in the order of <see cref="Rows"/>.</summary>
    public required double[] Amounts { get; set; }

    /// <summary>What one unit costs by itself.</summary>
    public required double OwnCost { get; set; }

    /// <summary>What is added while decisions forbid the column.</summary>
    public double Penalty { get; set; }

    /// <summary>What one unit costs now.</summary>
    public double Cost => OwnCost + Penalty;

    /// <summary>For a person's column the options chosen, one for each of their open slots.</summary>
    public Option[] Set { get; init; } = [];

    /// <summary>For a person's column the regret.</summary>
    public int Regret { get; init; }

    /// <summary>The position in the basis, <see cref="Outside"/> or <see cref="Key"/>.</summary>
    public int Position { get; set; } = Outside;

    /// <summary>The price of what one unit takes from the rows.</summary>
    public double PriceAt(double[] prices)
    {
        var price = 0.0;
        for (var i = 0; i < Rows.Length; i++)
            price += prices[Rows[i]] * Amounts[i];
        return price;
    }

    /// <summary>How much one unit takes from a row.</summary>
    public double AmountIn(int row)
    {
        var at = Array.IndexOf(Rows, row);
        return at < 0 ? 0 : Amounts[at];
    }

    /// <summary>Lets the column take something from one more row.</summary>
    public void AddRow(int row, double amount)
    {
        Rows = [.. Rows, row];
        Amounts = [.. Amounts, amount];
    }

    /// <summary>Whether a set holds a seat of a session.</summary>
    public bool Holds(int session) => Array.Exists(Set, option => option.Session == session);
}
