namespace Guildhall.Planning.Allocation.Checking;

/// <summary>Whether branches together leave nothing out: at each fork one assumption and its opposite.</summary>
internal static class BranchCover
{
    public static bool IsComplete(IReadOnlyList<ProofBranch> branches) => IsComplete([.. branches], 0);

    private static bool IsComplete(List<ProofBranch> branches, int depth)
    {
        if (branches.Count == 0)
            return false;
        if (branches.Exists(branch => branch.Assumptions.Count == depth))
            return branches.Count == 1;
        var assumption = branches[0].Assumptions[depth];
        var with = branches.FindAll(branch => branch.Assumptions[depth] == assumption);
        var without = branches.FindAll(branch => branch.Assumptions[depth] == assumption with { Holds = !assumption.Holds });
        return with.Count + without.Count == branches.Count && IsComplete(with, depth + 1) && IsComplete(without, depth + 1);
    }
}
