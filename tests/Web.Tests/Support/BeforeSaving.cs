using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Support;

/// <summary>Does something once, at the moment at which the next page has read its rows and is about to save them.</summary>
internal sealed class BeforeSaving : SaveChangesInterceptor
{
    private Func<Task>? _deed;

    public Func<Task> Deed
    {
        set => _deed = value;
    }

    public void IsUsedBy(IWebHostBuilder host) => host.ConfigureTestServices(services => services
        .ConfigureDbContext<SqliteAppDb>(options => options.AddInterceptors(this))
        .ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(this)));

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _deed, value: null) is { } deed)
            await deed();
        return result;
    }
}
