using Guildhall.Planning.Allocation;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>What the outcome page shows of a run, counted once when it ends.</summary>
/// <param name="Chosen">How many people had chosen.</param>
/// <param name="PeopleByRegret">How many people have regret 0, 1, 2 ...</param>
/// <param name="ByRoleGroup">How role groups fare.</param>
/// <param name="ByOrganisation">How schools fare.</param>
/// <param name="Sessions">How full the sessions are.</param>
/// <param name="Gains">Which single change would help most, best first; null = it was not worked out.</param>
public sealed record RunFigures(
    int Chosen,
    IReadOnlyList<int> PeopleByRegret,
    IReadOnlyList<GroupFigures<RoleGroup>> ByRoleGroup,
    IReadOnlyList<GroupFigures<Guid>> ByOrganisation,
    IReadOnlyList<SessionFigures> Sessions,
    IReadOnlyList<Gain>? Gains);

/// <summary>How a group of people fares.</summary>
/// <param name="Group">The group.</param>
/// <param name="People">How many they are.</param>
/// <param name="Chosen">How many of them had chosen.</param>
/// <param name="AllWishes">How many of those who had chosen got all they could wish for.</param>
/// <param name="Regret">The sum of their regrets.</param>
/// <param name="Empty">Slots in which one of them has no place.</param>
public sealed record GroupFigures<T>(T Group, int People, int Chosen, int AllWishes, int Regret, int Empty);

public sealed record SessionFigures(Guid Session, int People, bool Runs);

/// <summary>A change that would help.</summary>
public sealed record Gain(WhatIfChange Change, Guid Workshop, Guid Slot, Objective Before, Objective After, bool IsProven);
