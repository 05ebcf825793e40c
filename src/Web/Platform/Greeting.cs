using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Demo;

namespace Guildhall.Web.Platform;

/// <summary>Says on the terminal where to go and, for a demo, who one can be.</summary>
public static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var place = app.Services.GetRequiredService<DatabasePlace>();
        Console.WriteLine($"\nGuildhall is ready: {string.Join(" or ", app.Urls)}");
        Console.WriteLine(place.IsPostgres ? "Its data are in PostgreSQL." : $"Its data are in {place.DataFolder}.");
        if (!app.Services.GetRequiredService<DemoState>().IsDemo)
            return;
        Console.WriteLine("This is a demo. Choose on the sign-in page whom you want to be:");
        foreach (var description in DemoCast.Descriptions)
            Console.WriteLine($"  {description}");
    });
}
