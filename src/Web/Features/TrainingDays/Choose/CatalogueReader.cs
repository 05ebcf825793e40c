using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Choose;

/// <summary>Reads what there is to choose, in the order that fits one person. The number of queries does not grow with the programme.</summary>
public sealed class CatalogueReader(AppDb db)
{
    public async Task<Catalogue> ReadAsync(TrainingDay day, Guid personId, CancellationToken cancellation)
    {
        var invitee = await db.Invitees.AsNoTracking()
            .Include(row => row.Choices)
            .SingleAsync(row => row.DayId == day.Id && row.PersonId == personId, cancellation);
        var slots = await db.Slots.AsNoTracking()
            .Where(slot => slot.DayId == day.Id)
            .OrderBy(slot => slot.StartMinute).ThenBy(slot => slot.Id)
            .ToListAsync(cancellation);
        var sessions = (await db.Sessions.AsNoTracking()
            .Where(session => session.Workshop!.DayId == day.Id)
            .Select(session => new { session.WorkshopId, session.SlotId })
            .ToListAsync(cancellation)).ToLookup(session => session.WorkshopId, session => session.SlotId);
        var workshops = await WorkshopsAsync(day, invitee, cancellation);
        var presents = workshops.Where(workshop => workshop.Presents).SelectMany(workshop => sessions[workshop.Fit.Id]).ToHashSet();
        var fits = FitOrder.Rank(await PersonAsync(day, invitee, cancellation), workshops.Select(workshop => workshop.Fit));
        var byId = workshops.ToDictionary(workshop => workshop.Fit.Id);
        var cards = fits.Select(fit =>
        {
            var workshop = byId[fit.Workshop];
            var runs = slots.Where(slot => sessions[fit.Workshop].Contains(slot.Id)).ToList();
            var isForThem = Workshop.IsFor(workshop.Fit.Audience, invitee.RoleGroup);
            return new WorkshopCard(fit.Workshop, workshop.Fit.Title, workshop.Fit.Summary, workshop.PresenterNames, runs, workshop.Audience)
            {
                Group = workshop.Presents ? CardGroup.Presented
                    : !isForThem ? CardGroup.ForOthers
                    : fit.Weight > 0 ? CardGroup.FitsThem : CardGroup.ForEverybody,
                Reasons = workshop.Presents || !isForThem ? [] : fit.Reasons,
                IsMissed = runs.Count > 0 && runs.TrueForAll(slot => presents.Contains(slot.Id) || invitee.AwaySlots.Contains(slot.Id)),
            };
        }).ToList();
        return new Catalogue(invitee, slots, cards)
        {
            HasTopics = workshops.Exists(workshop => workshop.Fit.Topic is not null),
            IsLate = day.HasLivePlaces && await LateStarters.Of(db, day).AnyAsync(late => late.Id == invitee.Id, cancellation),
        };
    }

    /// <summary>The workshops of a day by code, with what is suggested to people of the invitee's school and what they need.</summary>
    private async Task<List<FoundWorkshop>> WorkshopsAsync(TrainingDay day, Invitee invitee, CancellationToken cancellation)
    {
        var rows = await (
            from workshop in db.Workshops
            where workshop.DayId == day.Id
            join offer in db.Offers on workshop.OfferId equals offer.Id into offers
            from offer in offers.DefaultIfEmpty()
            orderby workshop.Code
            select new
            {
                workshop.Id,
                workshop.Code,
                workshop.Title,
                workshop.Summary,
                workshop.PresenterNames,
                workshop.Audience,
                Presents = workshop.Presenters.Any(presenter => presenter.PersonId == invitee.PersonId),
                Topic = (string?)offer!.Topic!.Name,
                Priority = (string?)offer.Priority,
                IsNeeded = db.TopicNeeds.Any(need => need.InviteeId == invitee.Id && need.TopicId == offer.TopicId),
                Suggestions = db.Suggestions.Where(row => row.WorkshopId == workshop.Id && row.OrganisationId == invitee.OrganisationId)
                    .OrderBy(row => row.At).ThenBy(row => row.Id)
                    .Select(row => new { By = row.By!.GivenName + " " + row.By.FamilyName, row.RoleGroup, row.Note }).ToList(),
            }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(row => new FoundWorkshop(
            new FitWorkshop(row.Id, row.Code, row.Title, row.Summary, row.Audience)
            {
                Topic = row.Topic,
                Priority = row.Priority ?? "",
                IsNeeded = row.IsNeeded,
                Suggestions = row.Suggestions.ConvertAll(said => new FitSuggestion(said.By, said.RoleGroup, said.Note)),
            },
            row.PresenterNames, row.Audience, row.Presents));
    }

    /// <summary>What their posts say of them, all those that they hold on the day.</summary>
    private async Task<FitPerson> PersonAsync(TrainingDay day, Invitee invitee, CancellationToken cancellation)
    {
        var posts = await db.Posts
            .Where(post => post.PersonId == invitee.PersonId && (post.StartedOn == null || post.StartedOn <= day.Date) && (post.EndedOn == null || post.EndedOn >= day.Date))
            .OrderByDescending(post => post.FtePercent).ThenBy(post => post.Id)
            .Select(post => new { post.Subjects, post.KeyStages }).AsNoTracking().ToListAsync(cancellation);
        return new FitPerson(invitee.RoleGroup, [.. posts.SelectMany(post => post.Subjects).Distinct()], [.. posts.SelectMany(post => post.KeyStages).Distinct()]);
    }

    private sealed record FoundWorkshop(FitWorkshop Fit, string PresenterNames, List<RoleGroup> Audience, bool Presents);
}

/// <summary>What there is to choose for one person, and what they have chosen.</summary>
public sealed record Catalogue(Invitee Invitee, IReadOnlyList<Slot> Slots, IReadOnlyList<WorkshopCard> Cards)
{
    /// <summary>Whether workshops serve topics, so that it helps to say which of them matter.</summary>
    public bool HasTopics { get; init; }

    /// <summary>Whether they were invited once places were out, and have not been given any yet.</summary>
    public bool IsLate { get; init; }

    /// <summary>The cards of a group, those that fit best first.</summary>
    public IEnumerable<WorkshopCard> Of(CardGroup group) => Cards.Where(card => card.Group == group);

    /// <summary>The cards of a list, in its order; what is not in the programme is left out.</summary>
    public IEnumerable<WorkshopCard> Of(ChoiceList list) =>
        list.Wishes.Join(Cards, wish => wish, card => card.Id, (_, card) => card);
}

public enum CardGroup
{
    /// <summary>They can pick it, and something speaks for it.</summary>
    FitsThem,

    /// <summary>They can pick it, as everybody can.</summary>
    ForEverybody,

    ForOthers,
    Presented,
}

/// <summary>A workshop as somebody who chooses reads it.</summary>
public sealed record WorkshopCard(
    Guid Id, string Title, string Summary, string PresenterNames, IReadOnlyList<Slot> Slots, IReadOnlyList<RoleGroup> Audience)
{
    public required CardGroup Group { get; init; }

    /// <summary>Why it stands where it stands, the strongest reason first.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether it runs only while they present something or are away.</summary>
    public bool IsMissed { get; init; }

    public bool CanBePicked => Group is CardGroup.FitsThem or CardGroup.ForEverybody;

    /// <summary>Whether each word of a search stands somewhere in it. A search for nothing finds everything.</summary>
    public bool Matches(string? search) =>
        (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            Title.Contains(word, StringComparison.OrdinalIgnoreCase)
            || Summary.Contains(word, StringComparison.OrdinalIgnoreCase)
            || PresenterNames.Contains(word, StringComparison.OrdinalIgnoreCase));
}
