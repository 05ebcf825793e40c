using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;
using Guildhall.Web.Platform.SignIn.Guessing;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.SetUp;

/// <summary>Makes the first organisation and its administrator, in one transaction, once.</summary>
[Needs<SetUpInstallation>]
public sealed class IndexModel(AppDb db, Passphrases passphrases, Sessions sessions, WrongTries tries, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SetUpInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!tries.MayTry(HttpContext, email: null))
            ModelState.AddModelError("Input.Code", "There have been too many wrong codes. Wait a few minutes, then try again");
        if (!string.IsNullOrEmpty(Input.Passphrase) && PassphraseRules.Refusal(Input.Passphrase, Owns()) is { } why)
            ModelState.AddModelError("Input.Passphrase", why);
        if (!ModelState.IsValid)
            return Page();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var code = SetUpCode.Clean(Input.Code);
        // Whoever deletes the code may go on. Somebody else who sends the same code at the same moment deletes nothing.
        if (await db.SetUpCodes.Where(row => row.Code == code).ExecuteDeleteAsync(cancellation) == 0)
        {
            tries.Count(HttpContext, email: null);
            ModelState.AddModelError("Input.Code", "This is not the set-up code. It stands in what the program wrote when it started");
            return Page();
        }
        await db.SetUpCodes.ExecuteDeleteAsync(cancellation);
        var account = Add();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await sessions.BeginByPassphraseAsync(account);
        this.Flash($"Guildhall is set up for {Input.Organisation.Trim()}, and you are its administrator.");
        return LocalRedirect("/");
    }

    private IEnumerable<string?> Owns() =>
        [Input.GivenName, Input.FamilyName, Input.Organisation, .. Input.Email?.Split('@') ?? []];

    private Account Add()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var organisation = new Organisation { Kind = Input.Kind!.Value, Name = Input.Organisation.Trim() };
        var person = new Person { GivenName = Input.GivenName.Trim(), FamilyName = Input.FamilyName.Trim(), Email = Person.CleanEmail(Input.Email) };
        var account = Account.Of(person);
        account.RunsInstallation = true;
        account.Person = person;
        passphrases.Set(account, Input.Passphrase);
        db.Installations.Add(new Installation { InstalledAt = now });
        db.Organisations.Add(organisation);
        db.Users.Add(account);
        foreach (var role in new[] { Role.Administrator, Role.PdLead })
            db.RoleGrants.Add(new RoleGrant { PersonId = person.Id, OrganisationId = organisation.Id, Role = role, GrantedAt = now });
        return account;
    }

    public sealed class SetUpInput
    {
        [Display(Name = "Set-up code")]
        public string Code { get; set; } = "";

        [Required, Display(Name = "Kind of organisation")]
        public OrganisationKind? Kind { get; set; }

        [Display(Name = "Name of the organisation"), MaxLength(Directory.Organisation.NameLength)]
        public string Organisation { get; set; } = "";

        [Display(Name = "Your given name"), MaxLength(Person.NameLength)]
        public string GivenName { get; set; } = "";

        [Display(Name = "Your family name"), MaxLength(Person.NameLength)]
        public string FamilyName { get; set; } = "";

        [Display(Name = "Your email address"), EmailAddress, MaxLength(Person.EmailLength)]
        public string Email { get; set; } = "";

        [Display(Name = "Your passphrase"), DataType(DataType.Password)]
        public string Passphrase { get; set; } = "";
    }
}
