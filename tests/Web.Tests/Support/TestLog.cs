using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Guildhall.Web.Tests.Support;

/// <summary>Shows the application's warnings in the output of the test that caused them, and keeps all of them.</summary>
internal sealed class TestLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.AspNetCore.Antiforgery", StringComparison.Ordinal)
        ? NullLogger.Instance
        : new Logger(this, categoryName);

    public void Dispose()
    {
        // It holds nothing.
    }

    private void Write(string line)
    {
        Lines.Enqueue(line);
        try
        {
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        }
        catch (InvalidOperationException)
        {
            // Its test is over.
        }
    }

    private sealed class Logger(TestLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
