using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>Whether this installation has been set up. Once it has, it stays so, and the database is not asked again.</summary>
public sealed class SetUpState
{
    private volatile bool _isDone;

    public async ValueTask<bool> IsDoneAsync(AppDb db, CancellationToken cancellation) =>
        _isDone || (_isDone = await db.Installations.AnyAsync(cancellation) || await db.Users.AnyAsync(cancellation));
}

/// <summary>May set up a new installation: anybody who knows the code, as long as it has not been done. Afterwards there is no such page.</summary>
public sealed class SetUpInstallation : Permission
{
    public override bool IsOpenToAll => true;

    internal override async ValueTask<bool> AllowsAsync(HttpContext context, Viewer viewer) =>
        !await context.RequestServices.GetRequiredService<SetUpState>()
            .IsDoneAsync(context.RequestServices.GetRequiredService<AppDb>(), context.RequestAborted);
}

/// <summary>Leads from every page to the set-up until it is done.</summary>
internal sealed class SetUpFirst(RequestDelegate next, SetUpState state)
{
    private static readonly string[] OtherPages = ["/SetUp/Index", "/Error", "/NotFound", "/Accessibility"];

    public async Task InvokeAsync(HttpContext context, AppDb db)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>();
        if (page is null || OtherPages.Contains(page.ViewEnginePath, StringComparer.Ordinal) || await state.IsDoneAsync(db, context.RequestAborted))
            await next(context);
        else
            context.Response.Redirect("/set-up");
    }
}

public static partial class SetUpAtStart
{
    /// <summary>Prints the code with which a new installation is set up. All nodes print the same one.</summary>
    public static async Task AskForSetUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await app.Services.GetRequiredService<SetUpState>().IsDoneAsync(db, CancellationToken.None))
            return;
        if (!await db.SetUpCodes.AnyAsync())
        {
            db.SetUpCodes.Add(SetUpCode.New());
            await db.SaveChangesAsync();
        }
        // Two nodes that start at once may have put one each; both take the first.
        var code = await db.SetUpCodes.OrderBy(row => row.Id).Select(row => row.Code).FirstAsync();
        LogCode(app.Logger, code);
    }

    [LoggerMessage(LogLevel.Warning, "Guildhall is not set up yet. Open it in a browser and enter the set-up code {Code}")]
    private static partial void LogCode(ILogger log, string code);
}
