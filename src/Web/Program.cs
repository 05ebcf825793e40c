using Guildhall.Web.Platform.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.AddUi();
var app = builder.Build();
app.Use((context, next) =>
{
    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    return next(context);
});
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseRouting();
app.UseUi();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
