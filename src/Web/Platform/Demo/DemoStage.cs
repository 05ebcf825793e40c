namespace Guildhall.Web.Platform.Demo;

/// <summary>How far the demo's training day is when the database is made.</summary>
public enum DemoStage
{
    /// <summary>People are choosing; some have.</summary>
    Collecting,

    /// <summary>Everybody who is going to has chosen; the places are to be allocated.</summary>
    Chosen,

    /// <summary>Everybody can see their day.</summary>
    Published,
}
