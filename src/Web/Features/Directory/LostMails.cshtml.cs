using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Emails that never arrived, so that somebody puts the address right. What stood in them is nobody else's.</summary>
[Needs<SeeLostMails>]
public sealed class LostMailsModel(AppDb db, CurrentViewer current) : PageModel
{
    private static readonly SortOrders<OutgoingMail> Orders = new("-written", mail => mail.Id)
    {
        ["to"] = mail => mail.ToName,
        ["written"] = mail => mail.WrittenAt,
    };

    public PageOf<Row> Listed { get; private set; } = null!;

    public async Task OnGetAsync(ListingQuery query, CancellationToken cancellation)
    {
        var places = current.Viewer.Where(Right.EditPeople);
        var mails = LostMails.Of(db, current.Viewer);
        if (NameSearch.Pattern(query.Find) is { } pattern)
        {
            mails = mails.Where(mail => EF.Functions.Like(mail.ToName.ToLower(), pattern, NameSearch.Escape)
                || EF.Functions.Like(mail.To.ToLower(), pattern, NameSearch.Escape));
        }
        Listed = await mails.PageAsync(
            Orders, query, mail => new Row(
                mail.ToName, mail.To, mail.Subject, mail.WrittenAt, mail.Error ?? "",
                db.People.Where(person => person.Email == mail.To && db.Posts.Any(post => post.PersonId == person.Id && places.Contains(post.OrganisationId)))
                    .Select(person => (Guid?)person.Id).FirstOrDefault()),
            cancellation);
    }

    /// <summary>A mail.</summary>
    /// <param name="Name">To whom.</param>
    /// <param name="Address">Where it was sent.</param>
    /// <param name="Subject">What it was about.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="Why">What the mail server said at last.</param>
    /// <param name="Person">The person, where the viewer may change them.</param>
    public sealed record Row(string Name, string Address, string Subject, DateTime At, string Why, Guid? Person);
}
