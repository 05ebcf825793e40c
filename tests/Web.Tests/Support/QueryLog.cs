using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guildhall.Web.Tests.Support;

/// <summary>Notes what is sent to the database on behalf of the test that listens.</summary>
internal sealed class QueryLog : DbCommandInterceptor
{
    private readonly AsyncLocal<ConcurrentQueue<string>?> _listener = new();

    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        var seen = new ConcurrentQueue<string>();
        _listener.Value = seen;
        await work();
        _listener.Value = null;
        return [.. seen];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _listener.Value?.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _listener.Value?.Enqueue(command.CommandText);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        _listener.Value?.Enqueue(command.CommandText);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>A page must not wait for the database with its thread.</summary>
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _listener.Value?.Enqueue($"synchronously: {command.CommandText}");
        return base.ReaderExecuting(command, eventData, result);
    }
}
