namespace Guildhall.Web.Platform.Audit;

public static class AuditFeature
{
    public static void AddAudit(this WebApplicationBuilder builder) => builder.Services.AddScoped<AuditTrail>();
}
