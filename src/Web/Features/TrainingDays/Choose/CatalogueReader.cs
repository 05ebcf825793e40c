using Guildhall.Web.Features.Directory;
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
        var workshops = await db.Workshops.AsNoTracking()
            .Where(workshop => workshop.DayId == day.Id)
            .OrderBy(workshop => workshop.Code)
            .Select(workshop => new
            {
                workshop.Id,
                workshop.Title,
                workshop.Summary,
                workshop.PresenterNames,
                workshop.Audience,
                Presents = workshop.Presenters.Any(presenter => presenter.PersonId == personId),
            })
            .ToListAsync(cancellation);
        var presents = workshops.Where(workshop => workshop.Presents).SelectMany(workshop => sessions[workshop.Id]).ToHashSet();
        var cards = workshops.Select(workshop =>
        {
            var runs = slots.Where(slot => sessions[workshop.Id].Contains(slot.Id)).ToList();
            return new WorkshopCard(workshop.Id, workshop.Title, workshop.Summary, workshop.PresenterNames, runs, workshop.Audience)
            {
                Group = workshop.Presents ? CardGroup.Presented
                    : !Workshop.IsFor(workshop.Audience, invitee.RoleGroup) ? CardGroup.ForOthers
                    : workshop.Audience.Count > 0 ? CardGroup.ForTheirRole : CardGroup.ForEverybody,
                IsMissed = runs.Count > 0 && runs.TrueForAll(slot => presents.Contains(slot.Id) || invitee.AwaySlots.Contains(slot.Id)),
            };
        }).ToList();
        return new Catalogue(invitee, slots, cards);
    }
}

/// <summary>What there is to choose for one person, and what they have chosen.</summary>
public sealed record Catalogue(Invitee Invitee, IReadOnlyList<Slot> Slots, IReadOnlyList<WorkshopCard> Cards)
{
    public IEnumerable<WorkshopCard> Of(CardGroup group) => Cards.Where(card => card.Group == group);

    /// <summary>The cards of a list, in its order; what is not in the programme is left out.</summary>
    public IEnumerable<WorkshopCard> Of(ChoiceList list) =>
        list.Wishes.Join(Cards, wish => wish, card => card.Id, (_, card) => card);
}

public enum CardGroup
{
    ForTheirRole,
    ForEverybody,
    ForOthers,
    Presented,
}

/// <summary>A workshop as somebody who chooses reads it.</summary>
public sealed record WorkshopCard(
    Guid Id, string Title, string Summary, string PresenterNames, IReadOnlyList<Slot> Slots, IReadOnlyList<RoleGroup> Audience)
{
    public required CardGroup Group { get; init; }

    /// <summary>Whether it runs only while they present something or are away.</summary>
    public bool IsMissed { get; init; }

    public bool CanBePicked => Group is CardGroup.ForTheirRole or CardGroup.ForEverybody;

    /// <summary>Whether each word of a search stands somewhere in it. A search for nothing finds everything.</summary>
    public bool Matches(string? search) =>
        (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            Title.Contains(word, StringComparison.OrdinalIgnoreCase)
            || Summary.Contains(word, StringComparison.OrdinalIgnoreCase)
            || PresenterNames.Contains(word, StringComparison.OrdinalIgnoreCase));
}
