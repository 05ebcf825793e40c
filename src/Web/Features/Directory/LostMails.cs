using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;

namespace Guildhall.Web.Features.Directory;

/// <summary>Mails that were given up.</summary>
internal static class LostMails
{
    /// <summary>Those to people whose addresses the viewer keeps; whoever runs the installation sees all, also those to speakers from outside.</summary>
    public static IQueryable<OutgoingMail> Of(AppDb db, Viewer viewer)
    {
        var lost = db.OutgoingMails.Where(mail => mail.SentAt == null && mail.Attempts >= OutgoingMail.MostAttempts);
        if (viewer.RunsInstallation)
            return lost;
        var places = viewer.Where(Right.EditPeople);
        return lost.Where(mail => db.Posts.Any(post => post.Person!.Email == mail.To && places.Contains(post.OrganisationId)));
    }
}
