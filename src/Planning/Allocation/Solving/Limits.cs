namespace Guildhall.Planning.Allocation.Solving;

/// <summary>What an allocation may at most be in the first two objectives while the third is made small.</summary>
/// <param name="AvoidableEmpty">Empty slots beyond those that nobody can avoid.</param>
/// <param name="Regret">The worst regret of anybody.</param>
internal readonly record struct Limits(int AvoidableEmpty, int Regret);
