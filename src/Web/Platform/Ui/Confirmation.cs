namespace Guildhall.Web.Platform.Ui;

/// <summary>
/// What a page that asks before it acts shows, by <c>&lt;partial name="_Confirm" model="..." /&gt;</c>. Its button posts to the page itself.
/// </summary>
/// <param name="Question">The page's title: "Delete the workshop “Phonics for all”?"</param>
/// <param name="WhatHappens">Sentences: what will happen, and to whom.</param>
/// <param name="Button">The deed: "Delete the workshop".</param>
/// <param name="CancelHref">Where nothing has happened.</param>
public sealed record Confirmation(string Question, IReadOnlyList<string> WhatHappens, string Button, string CancelHref)
{
    /// <summary>Whether something is lost for good; the button is red then.</summary>
    public bool IsDangerous { get; init; }
}
