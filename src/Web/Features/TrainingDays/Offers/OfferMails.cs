using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>The mails about offers. Each is put among what is about to be saved.</summary>
public sealed class OfferMails(AppDb db, Outbox outbox, PublicAddress address)
{
    /// <summary>Asks a colleague to present with somebody.</summary>
    public void AskColleague(Offer offer, OfferPresenter colleague, string asker)
    {
        if (colleague.Person is not { Email: { } email } person)
            return;
        outbox.Put(email, person.FullName, Subject($"{asker} asks you to present a workshop"), $"""
            Hello {person.GivenName},

            {asker} is preparing a workshop for {On(offer)}, and asks you to present it together:

            {Title(offer)}

            Read it, and say yes or no, here:

            {address.Of(OfferPage.Address("show", offer.Id))}
            """);
    }

    /// <summary>Sends a speaker from outside their link.</summary>
    /// <param name="offer">With its day.</param>
    /// <param name="speaker">Who.</param>
    /// <param name="link">The whole address.</param>
    /// <param name="asker">Who asks them.</param>
    /// <param name="note">What the asker wants to add.</param>
    public void SendLink(Offer offer, OfferPresenter speaker, string link, string asker, string note = "") =>
        outbox.Put(speaker.Email, speaker.Name, Subject($"{asker} invites you to offer a workshop on {offer.Day!.Date.ShortWords()}"), $"""
            Hello {speaker.Name},

            {asker} invites you to {(speaker.IsLead ? "offer a workshop" : $"present the workshop {Title(offer)}")} for {On(offer)}.{(note.Length > 0 ? $"\n\n{note}" : "")}

            This link is yours alone. It opens the offer, where you say yes or no and write what you would do. You need no account:

            {link}

            {(offer.Day.OfferUntil is { } until ? $"Offers can be written and handed in until {until.Words()}." : "")}
            """);

    /// <summary>Tells the lead what somebody whom they asked has answered.</summary>
    public void TellAnswer(Offer offer, OfferPresenter who, bool isYes)
    {
        if (offer.Presenters.Find(presenter => presenter.IsLead && presenter.Id != who.Id) is not { } lead || MailOf(lead) is not { } email)
            return;
        outbox.Put(email, lead.FullName, Subject($"{who.FullName} {(isYes ? "presents with you" : "cannot present with you")}"), $"""
            Hello {lead.Person?.GivenName ?? lead.Name},

            You asked {who.FullName} to present {Title(offer)} on {On(offer)} with you. {(isYes ? "The answer is yes." : "The answer is no, and the name is off the offer. You can ask somebody else.")}
            """);
    }

    /// <summary>Tells those who run the day that a workshop which they counted on does not come.</summary>
    public async Task TellWithdrawnAsync(Offer offer, CancellationToken cancellation)
    {
        foreach (var organiser in await OrganisersAsync(offer.Day!, cancellation))
        {
            outbox.Put(organiser.Email, organiser.Name, Subject($"Withdrawn: {Title(offer)}"), $"""
                Hello {organiser.Name},

                {Title(offer)} was accepted for {On(offer)}. {offer.Presenters.Find(presenter => presenter.IsLead)?.FullName ?? "Its presenter"} has withdrawn it.

                The offers: {address.Of(DayPage.Address("offers", offer.DayId))}
                """);
        }
    }

    /// <summary>Whoever holds a role, at the organisation that holds the day or at its trust, with which days are organised.</summary>
    private async Task<List<Organiser>> OrganisersAsync(TrainingDay day, CancellationToken cancellation)
    {
        var roles = Enum.GetValues<Role>().Where(role => role.Allowed().Contains(Right.OrganiseDays)).ToList();
        return await db.People.Where(person => person.Email != null && db.RoleGrants.Any(grant => grant.PersonId == person.Id && roles.Contains(grant.Role)
                && (grant.OrganisationId == day.OrganisationId
                    || db.Organisations.Any(school => school.Id == day.OrganisationId && school.TrustId == grant.OrganisationId))))
            .OrderBy(person => person.Id)
            .Select(person => new Organiser(person.Email!, person.GivenName + " " + person.FamilyName)).ToListAsync(cancellation);
    }

    private static string? MailOf(OfferPresenter presenter) => presenter.Person is { } person ? person.Email : presenter.Email;

    private static string On(Offer offer) => $"{offer.Day!.Name}, {offer.Day.Date.Words()}";

    private static string Title(Offer offer) => offer.Title.Length > 0 ? $"“{offer.Title}”" : "a workshop that has no title yet";

    private static string Subject(string words) => words.Length > OutgoingMail.SubjectLength ? string.Concat(words.AsSpan(0, OutgoingMail.SubjectLength - 1), "…") : words;

    private sealed record Organiser(string Email, string Name);
}
