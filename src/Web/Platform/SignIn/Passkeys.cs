using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Identity;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>
/// Passkeys: the device proves that it is there and that its owner unlocked it (https://www.w3.org/TR/webauthn-3/). The framework checks the
/// proofs; which options a proof answers, it keeps in a protected cookie.
/// </summary>
public sealed class Passkeys(AppDb db, SignInManager<Account> signIn, UserManager<Account> users)
{
    public const int NameLength = 60;
    public const string NotUsable = "The device made no passkey that can be used here. Try once more, or use another device";

    /// <summary>More than anybody has devices.</summary>
    public const int MostOfOnePerson = 10;

    /// <summary>What the browser asks the device when one is to be added, as JSON.</summary>
    public Task<string> OptionsToAddAsync(Account account) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = account.Id.ToString(),
        Name = account.Person!.Email ?? account.Person.FullName,
        DisplayName = account.Person.FullName,
    });

    /// <summary>What the browser asks the device when somebody signs in. It names nobody: the device knows who its passkeys are for.</summary>
    public Task<string> OptionsToSignInAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>The passkey that the device made for this account, before it is kept; null when it is none.</summary>
    public async Task<UserPasskeyInfo?> CheckNewAsync(Account account, string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        try
        {
            var answer = await signIn.PerformPasskeyAttestationAsync(credential);
            return answer.Succeeded && answer.UserEntity.Id == account.Id.ToString() ? answer.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // There are no options that it could answer: the page is from yesterday.
            return null;
        }
    }

    public async Task<bool> KeepAsync(Account account, UserPasskeyInfo passkey, string? name)
    {
        passkey.Name = Clean(name);
        return (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }

    /// <summary>Adds the passkey that the device made for this account.</summary>
    /// <returns>Why not, in words; null when it was added.</returns>
    public async Task<string?> AddAsync(Account account, string? credential, string? name)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= MostOfOnePerson)
            return $"You have {MostOfOnePerson} passkeys. Remove one that you no longer use first";
        return await CheckNewAsync(account, credential) is { } passkey && await KeepAsync(account, passkey, name) ? null : NotUsable;
    }

    /// <summary>The account, with its person, whose passkey it is; null for none.</summary>
    public async Task<Account?> FindAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        try
        {
            var answer = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!answer.Succeeded || !(await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded)
                return null;
            await db.Entry(answer.User).Reference(account => account.Person).LoadAsync();
            return answer.User;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string Clean(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "Passkey" : name.Trim() is { Length: > NameLength } longer ? longer[..NameLength] : name.Trim();
}
