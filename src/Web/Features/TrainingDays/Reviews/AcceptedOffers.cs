using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Makes workshops of the offers that were accepted.</summary>
internal static class AcceptedOffers
{
    /// <summary>Adds those that are no workshop yet, with the next free codes, in order of their titles.</summary>
    public static async Task AddAsync(AppDb db, TrainingDay day, CancellationToken cancellation)
    {
        var offers = await db.Offers.Include(offer => offer.Presenters).ThenInclude(presenter => presenter.Person)
            .Where(offer => offer.DayId == day.Id && offer.State == OfferState.Submitted
                && (offer.Decision == OfferDecision.Accept || offer.Decision == OfferDecision.AcceptWithChanges)
                && !db.Workshops.Any(workshop => workshop.OfferId == offer.Id))
            .OrderBy(offer => offer.Title).ThenBy(offer => offer.Id).ToListAsync(cancellation);
        var codes = (await db.Workshops.Where(workshop => workshop.DayId == day.Id).Select(workshop => workshop.Code).ToListAsync(cancellation))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 1;
        foreach (var offer in offers)
        {
            string code;
            while (!codes.Add(code = $"W{number:00}"))
                number++;
            var presenters = offer.Presenters.Where(presenter => presenter.AcceptedAt is not null)
                .OrderByDescending(presenter => presenter.IsLead).ThenBy(presenter => presenter.Id).ToList();
            var workshop = new Workshop
            {
                DayId = day.Id,
                OfferId = offer.Id,
                Code = code,
                Title = offer.Title,
                Summary = offer.Summary,
                PresenterNames = Shortened(Count.List(presenters.Select(presenter => presenter.FullName))),
                Audience = [.. offer.Audience],
                Smallest = offer.Smallest,
                Largest = offer.Largest,
                MostRuns = offer.MostRuns,
                AwaySlots = [.. offer.AwaySlots],
            };
            workshop.Presenters.AddRange(presenters.Where(presenter => presenter.PersonId is not null)
                .Select(presenter => new Presenter { WorkshopId = workshop.Id, PersonId = presenter.PersonId!.Value }));
            db.Workshops.Add(workshop);
        }
    }

    private static string Shortened(string names) =>
        names.Length <= Workshop.PresentersLength ? names : string.Concat(names.AsSpan(0, Workshop.PresentersLength - 1), "…");
}
