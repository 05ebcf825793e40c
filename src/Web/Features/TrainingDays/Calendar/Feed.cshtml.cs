using System.Security.Cryptography;
using Guildhall.Web.Features.TrainingDays.MyDay;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Guildhall.Web.Features.TrainingDays.Calendar;

/// <summary>A person's days, for their calendar program. Whoever knows the address may read it; nobody can guess one.</summary>
[Needs<Anybody>]
public sealed class FeedModel(FeedDesk desk, MyDayReader reader, PublicAddress address, TimeProvider clock) : PageModel
{
    /// <summary>How long a day stays in the calendar after it was.</summary>
    private const int DaysKept = 400;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-cache";
        if (await desk.OwnerAsync(secret, cancellation) is not { } owner)
            return NotFound();
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysKept);
        var days = await reader.ReadAllAsync(owner.PersonId, from, cancellation);
        var bytes = MyDayCalendar.Of("My training days", days, address).ToBytes();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        return new FileContentResult(bytes, CalendarFile.MediaType) { EntityTag = tag };
    }
}
