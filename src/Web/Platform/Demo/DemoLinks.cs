namespace Guildhall.Web.Platform.Demo;

/// <summary>Ways into a demo for somebody who has no account.</summary>
public static class DemoLinks
{
    /// <summary>The last part of the link by which a visitor is a speaker from outside. Only demo databases know it.</summary>
    public const string SpeakerSecret = "speaker-of-the-demo";

    /// <summary>The address of that link.</summary>
    public const string Speaker = $"~/training-days/offers/link/{SpeakerSecret}";
}
