namespace Guildhall.Planning.Allocation;

/// <summary>A place that is given before the planner runs and that no run changes.</summary>
/// <param name="Person">The person's <see cref="Allocation.Person.Id"/>.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Slot">The slot in which they attend it.</param>
/// <param name="Reason">Why, in the organiser's words; kept for those who ask.</param>
public sealed record FixedPlace(string Person, string Workshop, string Slot, string Reason = "");
