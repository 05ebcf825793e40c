using System.Runtime.InteropServices;

namespace Guildhall.Cli;

/// <summary>Ctrl-C and its like: the first asks to stop with the best so far, the second leaves at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _signals;

    public Signals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public CancellationToken Stop => _stop.Token;

    public CancellationToken Abandon => _abandon.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
        _abandon.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        // Two signals may be handled at the same time, on two threads.
        if (Interlocked.Increment(ref _signals) == 1)
        {
            _stop.Cancel();
            return;
        }
        // Whoever holds temporary files removes them in this call; only then may the process go.
        _abandon.Cancel();
        Environment.Exit(ExitCode.Interrupted);
    }
}
