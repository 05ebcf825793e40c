using System.Globalization;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Primitives;

namespace Guildhall.Web.Platform.LostUpdates;

/// <summary>Puts what a form sent beside what is saved.</summary>
internal static class LostUpdateReader
{
    private const string Version = nameof(IVersioned.Version);
    private const string Token = "__RequestVerificationToken";

    public static async Task<LostUpdate> ReadAsync(PageHandlerExecutingContext context, DbUpdateConcurrencyException fault)
    {
        var request = context.HttpContext.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var page = context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(context.HandlerInstance.GetType());
        var row = fault.Entries.FirstOrDefault(entry => entry.Entity is IVersioned);
        var saved = row is null ? null : await row.GetDatabaseValuesAsync();
        var isGone = row is not null && saved is null;

        var fields = new List<LostField>();
        var hasSecret = false;
        foreach (var (name, values) in form)
        {
            if (Property(page, name) is not { } property || property.Name == Version || Value(property).UnderlyingOrModelType == typeof(Guid))
                continue;
            hasSecret |= property.DataTypeName == "Password";
            if (property.DataTypeName != "Password" && Field(name, property, values, saved) is var field && field.Typed.Length + (field.SavedNow?.Length ?? 0) > 0)
                fields.Add(field);
        }
        return new LostUpdate(isGone ? null : PageOf(request), fields, hasSecret || form.Files.Count > 0 ? null : Again(request, form, saved));
    }

    /// <summary>The address without the name of the deed, which is for posting only.</summary>
    private static string PageOf(HttpRequest request) =>
        request.PathBase + request.Path + new QueryBuilder(request.Query.Where(pair => pair.Key != "handler")).ToQueryString();

    /// <summary>The same form on the version that is saved now. A form about several rows names several versions and is left to its reader.</summary>
    private static SendAgain? Again(HttpRequest request, IFormCollection form, PropertyValues? saved)
    {
        if (saved is null || form.Keys.Count(IsVersion) != 1)
            return null;
        var now = saved.GetValue<int>(Version).ToString(CultureInfo.InvariantCulture);
        return new SendAgain(request.PathBase + request.Path + request.QueryString,
            [.. form.Where(field => field.Key != Token)
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, IsVersion(field.Key) ? now : value ?? "")))]);
    }

    private static bool IsVersion(string name) => name.Split('.')[^1] == Version;

    /// <summary>The property that a field such as <c>Input.Sessions[2].Seats</c> is bound to; null for what no property takes.</summary>
    private static ModelMetadata? Property(ModelMetadata page, string name)
    {
        var at = page;
        foreach (var part in name.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            if (at.Properties[bracket < 0 ? part : part[..bracket]] is not { } property)
                return null;
            at = bracket < 0 ? property : property.ElementMetadata ?? property;
        }
        return at.Name is null ? null : at;
    }

    private static LostField Field(string name, ModelMetadata property, StringValues typed, PropertyValues? saved)
    {
        // The hidden twin of a box says "false" also when the box is ticked.
        var values = Value(property).UnderlyingOrModelType == typeof(bool) ? typed.Take(1) : typed;
        var column = name.Contains('[', StringComparison.Ordinal) ? null : saved?.Properties.FirstOrDefault(column => column.Name == property.Name);
        return new LostField(property.GetDisplayName(), FieldWords.Of(Value(property), values), column is null ? null : FieldWords.OfSaved(Value(property), saved![column]));
    }

    /// <summary>What one value of a field is like, for a list that of its elements.</summary>
    private static ModelMetadata Value(ModelMetadata property) => property.IsEnumerableType ? property.ElementMetadata ?? property : property;
}
