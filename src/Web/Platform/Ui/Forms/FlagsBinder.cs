using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>Several ticked boxes of one name become one [Flags] value; the framework's own binder reads only the first.</summary>
internal sealed class FlagsBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var sent = context.ValueProvider.GetValue(context.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, sent);
        var type = context.ModelMetadata.UnderlyingOrModelType;
        var sum = 0L;
        foreach (var name in sent.Where(name => !string.IsNullOrEmpty(name)))
        {
            if (!Enum.TryParse(type, name, ignoreCase: true, out var flag) || !IsKnown(type, (Enum)flag!))
            {
                context.ModelState.TryAddModelError(context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(name!, context.ModelMetadata.GetDisplayName()));
                return Task.CompletedTask;
            }
            sum |= Convert.ToInt64(flag, System.Globalization.CultureInfo.InvariantCulture);
        }
        context.Result = ModelBindingResult.Success(Enum.ToObject(type, sum));
        return Task.CompletedTask;
    }

    private static bool IsKnown(Type type, Enum flag)
    {
        var all = Enum.GetValues(type).Cast<object>().Aggregate(0L, (sum, one) => sum | Convert.ToInt64(one, System.Globalization.CultureInfo.InvariantCulture));
        return (Convert.ToInt64(flag, System.Globalization.CultureInfo.InvariantCulture) & ~all) == 0;
    }
}

internal sealed class FlagsBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.IsFlagsEnum ? new FlagsBinder() : null;
}
