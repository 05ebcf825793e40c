namespace Guildhall.Planning.Allocation;

/// <summary>Which of the tables that make a day a message is about.</summary>
public enum ProblemTable
{
    /// <summary>The sessions.</summary>
    Sessions,

    /// <summary>The people.</summary>
    People,

    /// <summary>The fixed places.</summary>
    FixedPlaces,

    /// <summary>The options of the day, which stand in no row.</summary>
    Options,
}

/// <summary>Something wrong, or something to know, about one row of what was given.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row as the caller counts: what was passed to the builder with the row, or its place in the table from 1.</param>
/// <param name="Column">The column, named as in the files of the command line: <c>seats</c>, <c>away</c>, <c>choice_3</c>.</param>
/// <param name="Text">What is wrong, as a sentence without a full stop.</param>
public sealed record ProblemMessage(ProblemTable Table, int Row, string Column, string Text);

/// <summary>The rows that were given do not make a day; every error is listed.</summary>
/// <param name="errors">All errors, in the order of the tables and their rows.</param>
public sealed class InvalidProblemException(IReadOnlyList<ProblemMessage> errors)
    : Exception($"{errors.Count} errors, the first: {errors[0].Table} row {errors[0].Row}: {errors[0].Column}: {errors[0].Text}")
{
    /// <summary>All errors, at least one.</summary>
    public IReadOnlyList<ProblemMessage> Errors { get; } = errors;
}
