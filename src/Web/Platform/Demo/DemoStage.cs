namespace Guildhall.Web.Platform.Demo;

/// <summary>How far the demo's training day is when the database is made.</summary>
public enum DemoStage
{
    /// <summary>Workshops are being offered; some have come in.</summary>
    Call,

    /// <summary>The call is over; the offers are with their reviewers.</summary>
    Review,

    /// <summary>People are choosing; some have.</summary>
    Collecting,

    /// <summary>Everybody who is going to has chosen; the places are to be allocated.</summary>
    Chosen,

    /// <summary>Everybody can see their day.</summary>
    Published,

    /// <summary>It is today, in the middle of a session.</summary>
    Today,

    /// <summary>It is three weeks ago: registers, feedback and the report are in.</summary>
    Closed,
}
