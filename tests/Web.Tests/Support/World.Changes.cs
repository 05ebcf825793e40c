using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Support;

public sealed partial class World
{
    /// <summary>Copies the adopted run's places into those that change, as publishing does; without an adopted run, nobody has one.</summary>
    public async Task<TrainingDay> GoLive(TrainingDay day, int? schoolCap = null)
    {
        if (!await app.Db(db => db.TrainingDays.AnyAsync(row => row.Id == day.Id && row.AdoptedRunId != null)))
            await AdoptedRun(day, await Person());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var deed = await db.Database.BeginTransactionAsync();
        var row = await db.TrainingDays.SingleAsync(row => row.Id == day.Id);
        row.SchoolCap = schoolCap;
        await scope.ServiceProvider.GetRequiredService<LivePlaces>().BeginAsync(row, CancellationToken.None);
        await db.SaveChangesAsync();
        await deed.CommitAsync();
        return row;
    }
}
