using Guildhall.Web.Platform.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Platform.Ui;

/// <summary>Registers what every page looks like and is built from.</summary>
public static class UiFeature
{
    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Features")
            // The browser's own checks and the answer of the server suffice; the attributes would only make pages longer.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new FlagsBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new PlainNames());
            options.ModelMetadataDetailsProviders.Add(new PlainMessages());
            PlainMessages.ForBinding(options.ModelBindingMessageProvider);
        });
        return builder;
    }

    /// <summary>Maps the theme switch, for whoever calls this to say that anybody may use it.</summary>
    public static RouteHandlerBuilder UseUi(this WebApplication app) => app.MapPost(Theme.Path, Theme.Choose).DisableAntiforgery();
}
