using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>Begins a session in the browser at hand.</summary>
public sealed class Sessions(SignInManager<Account> signIn, TimeProvider clock)
{
    /// <summary>For so long after showing a mailbox or a device to be theirs, somebody may set a passphrase without knowing the one before.</summary>
    private static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(20);
    private const string ProvenAt = "proven-at";

    public Task BeginByPassphraseAsync(Account account) => signIn.SignInAsync(account, isPersistent: true);

    /// <summary>A session that was begun by a link, a passkey or the school's own sign-in.</summary>
    public Task BeginByProofAsync(Account account) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: true,
            [new Claim(ProvenAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))]);

    public bool IsJustProven(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ProvenAt), CultureInfo.InvariantCulture, out var at)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < ProofLasts;

    /// <summary>Gives the session at hand a new cookie after <see cref="Account.EndSessions"/> has ended all.</summary>
    public Task ContinueAsync(Account account, ClaimsPrincipal user) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: true, user.FindAll(ProvenAt).Select(claim => claim.Clone()));

    public Task EndAsync() => signIn.SignOutAsync();
}

/// <summary>A cookie holds who it is, under which name the page greets them, and the stamp that a sign-out everywhere changes.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, Database.AppDb db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var types = Options.ClaimsIdentity;
        var person = user.Person ?? (await db.People.FindAsync(user.PersonId))!;
        return new ClaimsIdentity(
            [
                new Claim(types.UserIdClaimType, user.Id.ToString()),
                new Claim(types.UserNameClaimType, person.FullName),
                new Claim(types.SecurityStampClaimType, user.SecurityStamp!),
            ],
            IdentityConstants.ApplicationScheme, types.UserNameClaimType, types.RoleClaimType);
    }
}
