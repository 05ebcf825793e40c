namespace Guildhall.Web.Platform;

/// <summary>
/// Ends a process that was told to stop and does not: the scheduler waits for its database, and when that is away it waits for ever. Nothing
/// is lost, as with a process that is killed: what it was doing is begun again. The setting <c>Guildhall:StopWithin</c> is a time.
/// </summary>
internal static partial class StopLimit
{
    public const string Setting = "Guildhall:StopWithin";

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(45);

    public static void EndWhenStoppingTakesTooLong(this WebApplication app)
    {
        var limit = app.Configuration.GetValue<TimeSpan?>(Setting) ?? Usual;
        // Not by a task: nothing that hangs may keep it from its turn.
        app.Lifetime.ApplicationStopping.Register(() => new Thread(() =>
        {
            Thread.Sleep(limit);
            LogEnded(app.Logger, limit);
            Environment.Exit(1);
        })
        { IsBackground = true, Name = "Stop limit" }.Start());
    }

    [LoggerMessage(LogLevel.Critical, "The program was told to stop {Ago} ago and is still busy. It ends now.")]
    private static partial void LogEnded(ILogger log, TimeSpan ago);
}
