using Guildhall.Tables;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Certificates;

/// <summary>Everybody's certificates, by school, and their hours as a file.</summary>
[Needs<OrganiseDay>]
public sealed class IndexModel(AppDb db, CertificateReader reader, TimeProvider clock) : DayPage
{
    public IReadOnlyList<SchoolHours> Schools { get; private set; } = [];

    public bool AreOut => Certificate.AreOut(Day, UkTime.Today(clock));

    public int People => Schools.Sum(school => school.People);

    public int Minutes => Schools.Sum(school => school.Minutes);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (AreOut)
            Schools = await reader.BySchoolAsync(Day, cancellation);
    }

    /// <summary>All of them, or those of one school, in one file.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid? school, CancellationToken cancellation)
    {
        var certificates = AreOut ? await ReadAsync(school, cancellation) : [];
        return certificates.Count == 0
            ? NotFound()
            : File(CertificatePdf.Of($"Certificates: {Day.Name}", certificates), PdfFile.MediaType, $"certificates-{Day.Date:yyyy-MM-dd}.pdf");
    }

    /// <summary>Who has how many hours, for records kept elsewhere.</summary>
    public async Task<IActionResult> OnGetHoursAsync(CancellationToken cancellation)
    {
        if (!AreOut)
            return NotFound();
        using var content = new MemoryStream();
        Workbook.Write(content, [new Sheet("Hours", ["School", "Name", "Minutes", "Sessions"], (await ReadAsync(school: null, cancellation)).Select(certificate =>
            (IReadOnlyList<Cell>)[certificate.School, certificate.PersonName, certificate.Minutes, string.Join("; ", certificate.Lines.Select(line => line.Title))]))], cancellation);
        return File(content.ToArray(), Workbook.MediaType, $"hours-{Day.Date:yyyy-MM-dd}.xlsx");
    }

    private async Task<IReadOnlyList<Certificate>> ReadAsync(Guid? school, CancellationToken cancellation)
    {
        var people = db.Invitees.Where(invitee => invitee.DayId == Day.Id);
        if (school is { } chosen)
            people = people.Where(invitee => invitee.OrganisationId == chosen);
        return [.. (await reader.ReadAsync(Day, people, cancellation)).Where(certificate => certificate.Minutes > 0)];
    }
}
