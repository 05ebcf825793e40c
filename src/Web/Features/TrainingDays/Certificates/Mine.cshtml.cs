using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>One's own certificate, once the day is past.</summary>
[Needs<TakePartInDay>]
public sealed class MineModel(AppDb db, CertificateReader reader, CurrentViewer current, TimeProvider clock) : DayPage
{
    /// <summary>Null as long as it is not out, and for somebody who was not there.</summary>
    public Certificate? Certificate { get; private set; }

    public bool IsOut => Certificates.Certificate.AreOut(Day, UkTime.Today(clock));

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return Certificate is null
            ? NotFound()
            : File(CertificatePdf.Of($"Certificate: {Day.Name}", [Certificate]), PdfFile.MediaType, $"certificate-{Day.Date:yyyy-MM-dd}.pdf");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        if (!IsOut)
            return;
        var person = current.Viewer.PersonId;
        Certificate = (await reader.ReadAsync(Day, db.Invitees.Where(invitee => invitee.DayId == Day.Id && invitee.PersonId == person), cancellation))
            .SingleOrDefault(certificate => certificate.Minutes > 0);
    }
}
