using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Identity;

namespace Guildhall.Web.Platform.SignIn.Guessing;

/// <summary>
/// Which passphrases are refused, with the reason in words: short ones, and those that whoever guesses tries early. There are no rules about
/// which characters to use (https://pages.nist.gov/800-63-4/sp800-63b.html, section 3.1.1.2).
/// </summary>
public sealed class PassphraseRules(AppDb db) : IPasswordValidator<Account>
{
    /// <summary>What the same standard asks for when a passphrase stands alone.</summary>
    public const int Shortest = 15;

    public const int Longest = 200;

    /// <summary>A word that everybody uses counts as one; so many must be left to guess.</summary>
    private const int LeastToGuess = 8;

    /// <summary>Why it is refused; null when it is not.</summary>
    /// <param name="passphrase">As typed.</param>
    /// <param name="owns">The person's names and address, which are guessed first.</param>
    public static string? Refusal(string? passphrase, params IEnumerable<string?> owns)
    {
        if (string.IsNullOrEmpty(passphrase))
            return "Write a passphrase";
        if (passphrase.Length < Shortest)
            return $"This has {passphrase.Length} characters. Use {Shortest} or more: four words that do not belong together are easy to remember";
        if (passphrase.Length > Longest)
            return $"Use {Longest} characters or fewer";
        var guess = new Guess(passphrase, owns);
        if (guess.Effort >= LeastToGuess)
            return null;
        var pieces = guess.Pieces.Count == 0 ? "" : $": it is mostly {string.Join(" and ", guess.Pieces.Take(3).Select(piece => $"“{piece}”"))}";
        return $"This is easy to guess{pieces}. Use four words that do not belong together";
    }

    /// <summary>The names of a person and the parts of their address.</summary>
    public static IEnumerable<string?> Owns(Person person) =>
        [person.GivenName, person.FamilyName, .. (person.Email ?? "").Split('@', '.', '-', '_')];

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var person = user.Person ?? await db.People.FindAsync(user.PersonId);
        return Refusal(password, person is null ? [] : Owns(person)) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PassphraseRules), Description = reason })
            : IdentityResult.Success;
    }
}
