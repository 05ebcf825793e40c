using Guildhall.Web.Platform.Jobs;

namespace Guildhall.Web.Platform.Mail;

public static class MailFeature
{
    private static readonly TimeSpan HowOften = TimeSpan.FromSeconds(10);

    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<MailSettings>(builder.Configuration.GetSection("Mail"));
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddRecurringJob<SendMails>("send mails", HowOften);
    }
}
