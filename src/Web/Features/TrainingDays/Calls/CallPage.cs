using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>A page about a part of a day's call. Without a brief there is no call yet, and the page leads to where it is written.</summary>
public abstract class CallPage(AppDb db) : DayPage
{
    protected AppDb Db => db;

    /// <summary>With its topics and criteria.</summary>
    public WorkshopCall Call { get; private set; } = null!;

    public (string Words, string Href)[] AboveCall => [.. Above, ("Call for workshops", To("calls"))];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = context.HttpContext.RequestAborted;
        if (await CallReader.ReadAsync(db, Day.Id, cancellation) is { } call)
        {
            Call = call;
            await next();
        }
        else
        {
            context.Result = LocalRedirect(To("calls/edit"));
        }
    }
}

internal static class CallReader
{
    /// <summary>A day's call with its topics and criteria, in their order.</summary>
    public static Task<WorkshopCall?> ReadAsync(AppDb db, Guid day, CancellationToken cancellation) => db.Calls
        .Include(call => call.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Id))
        .Include(call => call.Criteria.OrderBy(criterion => criterion.Position).ThenBy(criterion => criterion.Id))
        .AsSplitQuery()
        .SingleOrDefaultAsync(call => call.DayId == day, cancellation);
}
