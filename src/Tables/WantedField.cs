namespace Guildhall.Tables;

/// <summary>Something that an import wants to find in a column.</summary>
/// <param name="Name">How the program calls it; what is remembered: <c>email</c>.</param>
/// <param name="Words">How people call it: <c>Email address</c>.</param>
/// <param name="Synonyms">What files call it besides, likeliest first: <c>e-mail</c>, <c>work email</c>.</param>
public sealed record WantedField(string Name, string Words, params IReadOnlyList<string> Synonyms)
{
    /// <summary>Whether nothing can be imported without it.</summary>
    public bool IsRequired { get; init; }
}
