using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Calendar;

/// <summary>The secret address of one's own calendar: to copy, and to renew when somebody else has got hold of it.</summary>
[Needs<SignedIn>]
public sealed class IndexModel(FeedDesk desk, AppDb db, PublicAddress address, CurrentViewer current) : PageModel
{
    /// <summary>To copy.</summary>
    public string? Address { get; private set; }

    /// <summary>To open: most phones and computers know what webcal is for.</summary>
    public string? Opens => Address is null ? null : $"webcal{Address[Address.IndexOf(':', StringComparison.Ordinal)..]}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.SecretOfAsync(current.Viewer.PersonId, cancellation) is { } secret)
            Address = address.Of($"/calendar/{secret}.ics");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var isFirst = await desk.SecretOfAsync(current.Viewer.PersonId, cancellation) is null;
        await desk.RenewAsync(current.Viewer.PersonId, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Flash(isFirst ? "Your calendar has an address now." : "Your calendar has a new address. The old one has stopped.");
        return RedirectToPage();
    }
}
