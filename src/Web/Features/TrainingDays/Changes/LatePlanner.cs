using System.Security.Cryptography;
using System.Text.Json;
using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>Finds for late starters the best that is left. It changes nothing.</summary>
public sealed class LatePlanner(AppDb db, AllocationInputReader reader, LivePlaces places)
{
    /// <summary>They are few, and all others sit already; should they be many, the best that was found counts.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    private static readonly PlannerOptions Options = new() { TimeLimit = TimeLimit, Threads = Math.Max(1, Environment.ProcessorCount - 1) };

    /// <summary>The plan for the day as it is now; null when there are no late starters.</summary>
    public async Task<LatePlan?> PlanAsync(TrainingDay day, CancellationToken cancellation)
    {
        var late = await LateStarters.Of(db, day).Select(invitee => invitee.Id).ToHashSetAsync(cancellation);
        if (late.Count == 0)
            return null;
        var input = LateInput.Of(await reader.ReadAsync(day.Id, cancellation), late, await SittingAsync(day, cancellation), await BegunAsync(day, cancellation));
        if (!input.TryBuild(out var problem, out var errors))
            return new LatePlan(late, input, Outcome: null, await new ProblemWords(db, input).ExplainAsync(errors, cancellation));
        var outcome = await Task.Run(() => AllocationPlanner.Plan(problem!, Options, progress: null, cancellation), CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return new LatePlan(late, input, outcome, Problem: null);
    }

    private Task<List<SittingPlace>> SittingAsync(TrainingDay day, CancellationToken cancellation) =>
        db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId != null).OrderBy(place => place.Id)
            .Select(place => new SittingPlace(place.Id, place.InviteeId, place.Invitee!.OrganisationId, place.SessionId!.Value)).ToListAsync(cancellation);

    private async Task<HashSet<Guid>> BegunAsync(TrainingDay day, CancellationToken cancellation) =>
        (await db.Slots.Where(slot => slot.DayId == day.Id).AsNoTracking().ToListAsync(cancellation))
            .Where(slot => places.HasBegun(day, slot.StartMinute)).Select(slot => slot.Id).ToHashSet();
}

/// <summary>What late starters would get.</summary>
/// <param name="Late">The late starters.</param>
/// <param name="Input">The day as the planner saw it.</param>
/// <param name="Outcome">What it found; null when the day does not let it plan.</param>
/// <param name="Problem">Why it cannot plan, in words.</param>
public sealed record LatePlan(IReadOnlySet<Guid> Late, AllocationInput Input, AllocationOutcome? Outcome, string? Problem)
{
    /// <summary>The late starters, by their numbers in the outcome.</summary>
    public IEnumerable<(int Person, Guid Invitee)> People =>
        Outcome!.Problem.People.Index().Select(row => (row.Index, AllocationInput.Id(row.Item.Id))).Where(row => Late.Contains(row.Item2));

    /// <summary>The places that are given, beside those that they have taken themselves. A slot for which there is none has no session.</summary>
    public IEnumerable<GivenPlace> Given
    {
        get
        {
            var sessions = Input.Sessions.ToDictionary(session => (session.Workshop, session.Slot), session => session.Id);
            var slots = Input.Slots.ToDictionary(slot => slot.Label, slot => slot.Id, StringComparer.Ordinal);
            foreach (var place in Outcome!.Places.Where(place => !place.IsFixed))
            {
                var invitee = AllocationInput.Id(Outcome.Problem.People[place.Person].Id);
                if (!Late.Contains(invitee))
                    continue;
                var slot = slots[Outcome.Problem.Slots[place.Slot]];
                yield return new GivenPlace(
                    invitee, slot, place.Session is { } session ? sessions[(AllocationInput.Id(Outcome.Problem.Sessions[session].Workshop), slot)] : null, place.Rank);
            }
        }
    }

    /// <summary>The same for the same day and the same places: whoever confirms must have seen just this.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Input, Given })));
}

/// <summary>A place that a late starter is given.</summary>
public sealed record GivenPlace(Guid Invitee, Guid Slot, Guid? Session, int? Wish);
