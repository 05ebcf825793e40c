namespace Guildhall.Web.Platform.LostUpdates;

/// <summary>What somebody had typed when the same thing turned out to be changed.</summary>
/// <param name="Page">The page as it is now; null when the thing is gone.</param>
/// <param name="Fields">The fields that hold something, in the form's order.</param>
/// <param name="Again">What to send, and where, to put it in place of what is saved; null when that must be done by hand.</param>
public sealed record LostUpdate(string? Page, IReadOnlyList<LostField> Fields, SendAgain? Again);

/// <param name="Label">As it stands on the form.</param>
/// <param name="Typed">What the second person typed.</param>
/// <param name="SavedNow">What the first one saved; null when that cannot be said in a line.</param>
public sealed record LostField(string Label, string Typed, string? SavedNow)
{
    public bool Differs => SavedNow is not null && !string.Equals(Typed, SavedNow, StringComparison.Ordinal);
}

public sealed record SendAgain(string To, IReadOnlyList<KeyValuePair<string, string>> Fields);
