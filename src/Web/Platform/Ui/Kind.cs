namespace Guildhall.Web.Platform.Ui;

/// <summary>How a notice or a badge is meant. Its words must say it too.</summary>
public enum Kind
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

internal static class KindLook
{
    public static string Word(this Kind kind) => kind switch
    {
        Kind.Info => "info",
        Kind.Success => "success",
        Kind.Warning => "warning",
        Kind.Danger => "danger",
        _ => "neutral",
    };

    // Named so that the build finds the icons: icon="info-circle" icon="circle-check" icon="alert-triangle" icon="alert-circle"
    public static string Icon(this Kind kind) => kind switch
    {
        Kind.Success => "circle-check",
        Kind.Warning => "alert-triangle",
        Kind.Danger => "alert-circle",
        _ => "info-circle",
    };
}
