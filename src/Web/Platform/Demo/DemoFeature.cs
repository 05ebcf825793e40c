using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Features.TrainingDays.Demo;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Demo;

/// <summary>Fills a new database with an invented trust when the setting <c>demo</c> asks for it.</summary>
public static partial class DemoFeature
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DemoTrust>();
        builder.Services.AddScoped<DemoDay>();
        builder.Services.AddScoped<DemoReviews>();
        builder.Services.AddScoped<DemoRegisters>();
        builder.Services.AddScoped<DemoAfterwards>();
        builder.Services.AddSingleton<DemoState>();
    }

    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        var asked = app.Configuration["demo"];
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!string.IsNullOrEmpty(asked) && !await db.Installations.AnyAsync())
        {
            if (!Enum.TryParse<DemoStage>(asked, ignoreCase: true, out var stage))
                throw new InvalidOperationException($"The setting demo is one of: {string.Join(", ", Enum.GetNames<DemoStage>()).ToLowerInvariant()}.");
            var trust = await scope.ServiceProvider.GetRequiredService<DemoTrust>().AddAsync();
            await scope.ServiceProvider.GetRequiredService<DemoDay>().AddAsync(trust, stage);
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            db.Installations.Add(new Installation { DemoStage = stage.ToString(), InstalledAt = now });
            await db.SaveChangesAsync();
        }
        var installation = await db.Installations.AsNoTracking().OrderBy(row => row.InstalledAt).FirstOrDefaultAsync();
        app.Services.GetRequiredService<DemoState>().IsDemo = installation?.DemoStage is not null;
    }
}

/// <summary>Whether this database is a demo. It is decided when a database is made and never changes.</summary>
public sealed class DemoState
{
    public bool IsDemo { get; internal set; }
}
