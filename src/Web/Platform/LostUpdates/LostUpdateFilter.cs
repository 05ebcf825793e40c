using Guildhall.Web.Platform.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform;

/// <summary>
/// When somebody else changed the same thing first, the second person is told, and reads what they had typed, so that nothing is lost.
/// </summary>
internal sealed class LostUpdateFilter : IAsyncPageFilter
{
    private static readonly string[] NotTyped = ["__RequestVerificationToken", "Version", "Id"];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not DbUpdateConcurrencyException || executed.ExceptionHandled)
            return;
        executed.ExceptionHandled = true;
        var request = context.HttpContext.Request;
        var typed = request.HasFormContentType
            ? (await request.ReadFormAsync()).Where(field => !NotTyped.Contains(field.Key.Split('.')[^1], StringComparer.Ordinal))
                .SelectMany(field => field.Value.Where(value => !string.IsNullOrWhiteSpace(value))
                    .Select(value => new TypedField(PlainNames.Sentence(field.Key.Split('.')[^1]), value!)))
            : [];
        executed.Result = new ViewResult
        {
            ViewName = "~/Features/Shared/LostUpdate.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<LostUpdate>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
            {
                Model = new LostUpdate(request.Path + request.QueryString, [.. typed]),
            },
        };
    }
}

/// <summary>What somebody had typed when the same thing turned out to be changed.</summary>
/// <param name="Path">The page, to open anew.</param>
/// <param name="Typed">The fields that hold something.</param>
public sealed record LostUpdate(string Path, IReadOnlyList<TypedField> Typed);

public sealed record TypedField(string Name, string Value);
