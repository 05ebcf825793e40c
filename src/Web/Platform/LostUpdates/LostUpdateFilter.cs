using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.LostUpdates;

/// <summary>
/// When somebody else changed the same thing first, the second person is told, and reads what they had typed beside what is saved, so
/// that nothing is lost of either.
/// </summary>
internal sealed class LostUpdateFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not DbUpdateConcurrencyException fault || executed.ExceptionHandled)
            return;
        executed.ExceptionHandled = true;
        executed.Result = new ViewResult
        {
            ViewName = "~/Features/Shared/LostUpdate.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<LostUpdate>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
            {
                Model = await LostUpdateReader.ReadAsync(context, fault),
            },
        };
    }
}
