namespace Guildhall.Web.Platform.Jobs;

/// <summary>
/// Work longer than a second. It may be begun again from the start after a crash, on any node, so it must write its result in one
/// transaction or be able to find what it already did.
/// </summary>
public abstract class DurableJob
{
    /// <summary>Does the work.</summary>
    /// <param name="run">What was asked for.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Set when somebody cancels the job or the process stops.</param>
    /// <returns>How it ended, in a sentence for the page.</returns>
    /// <exception cref="JobFailedException">It cannot be done; the message says why in the user's words.</exception>
    public abstract Task<string> RunAsync(JobRun run, JobProgress progress, CancellationToken cancellation);
}

/// <summary>A job that cannot be done, with the reason in the user's words.</summary>
public sealed class JobFailedException(string reason) : Exception(reason);
