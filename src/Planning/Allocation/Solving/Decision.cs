namespace Guildhall.Planning.Allocation.Solving;

/// <summary>One answer that the search assumes: half of everything that is possible.</summary>
/// <param name="Kind">What is assumed.</param>
/// <param name="Session">The session; for a person also <see cref="Option.Empty"/>.</param>
/// <param name="Person">The person, or -1.</param>
/// <param name="Slot">The person's slot, or -1.</param>
internal readonly record struct Decision(DecisionKind Kind, int Session, int Person = -1, int Slot = -1)
{
    public ProofAssumption ToAssumption() => new(
        Session == Option.Empty ? null : Session,
        Person < 0 ? null : Person,
        Slot < 0 ? null : Slot,
        Kind is DecisionKind.Runs or DecisionKind.Takes);

    public Decision Opposite() => this with
    {
        Kind = Kind switch
        {
            DecisionKind.Closes => DecisionKind.Runs,
            DecisionKind.Runs => DecisionKind.Closes,
            DecisionKind.Takes => DecisionKind.Avoids,
            _ => DecisionKind.Takes,
        },
    };
}

internal enum DecisionKind
{
    /// <summary>A session does not run.</summary>
    Closes,

    /// <summary>A session runs, with its minimum.</summary>
    Runs,

    /// <summary>A person spends a slot in just this way.</summary>
    Takes,

    /// <summary>A person does not spend a slot in this way.</summary>
    Avoids,
}
