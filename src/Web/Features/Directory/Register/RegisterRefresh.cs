using System.Text.Json;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>
/// Compares a download of the register with the register as it is here, and, when asked to, brings it in: schools of the directory get
/// their changed facts, closed ones are marked. Nothing is deleted; what a download does not know (results, pupil premium) stays.
/// </summary>
internal sealed class RegisterRefresh(AppDb db, FileStore files)
{
    private const int ReadPercent = 60;

    private readonly List<ReportLine> _inDirectory = [];
    private readonly List<AuditEntry> _deeds = [];

    /// <summary>Reads the files. With <paramref name="actor"/> it writes what it finds, in one transaction.</summary>
    public async Task<RegisterReport> RunAsync(RegisterImport import, Person? actor, DateTime now, JobProgress progress, CancellationToken cancellation)
    {
        var before = await db.RegisterSchools.AsNoTracking().ToDictionaryAsync(school => school.Urn, cancellation);
        var directory = await db.Organisations.Where(row => row.Urn != null).ToDictionaryAsync(row => row.Urn!.Value, cancellation);
        var trusts = await db.Organisations.Where(row => row.GroupUid != null).ToDictionaryAsync(row => row.GroupUid!.Value, cancellation);
        var findings = new RegisterFindings();
        var (added, changed, closed, same) = (new List<RegisterSchool>(), new List<RegisterSchool>(), 0, 0);
        foreach (var entry in Read(import, findings, progress, cancellation))
        {
            var after = RegisterSchool.Of(entry);
            if (!before.TryGetValue(entry.Urn, out var known))
            {
                // Schools that closed before they were ever here are of interest only as successors' history.
                if (entry.Status != SchoolStatus.Closed || directory.ContainsKey(entry.Urn))
                    added.Add(after);
            }
            else if (Keep(known, after, findings.TrustsAreKnown) && IsSame(known, after))
            {
                same++;
            }
            else
            {
                closed += after.Status == SchoolStatus.Closed && known.Status != SchoolStatus.Closed ? 1 : 0;
                changed.Add(after);
            }
            if (directory.TryGetValue(entry.Urn, out var organisation))
                Update(organisation, after, findings.TrustsAreKnown ? trusts : null, actor, now);
        }
        var report = new RegisterReport
        {
            New = added.Count,
            Changed = changed.Count - closed,
            Closed = closed,
            Unchanged = same,
            PassedOver = findings.PassedOver.Values.Sum(),
            IsRefused = findings.IsRefused,
            Findings = [.. findings.Kept.Take(RegisterReport.MostNamed).Select(finding => new ReportLine(Where(finding), finding.Text))],
            FindingCount = Enum.GetValues<RegisterFindingWeight>().Sum(findings.Count),
            InDirectory = [.. _inDirectory.Take(RegisterReport.MostNamed)],
            InDirectoryCount = _inDirectory.Count,
        };
        if (actor is null || report.IsRefused)
            return report;
        progress.Report(ReadPercent, $"Writing {Count.Of(added.Count + changed.Count, "school", "schools")}");
        await WriteAsync(import, report, added, changed, actor, now, cancellation);
        return report;
    }

    private IEnumerable<RegisterEntry> Read(RegisterImport import, RegisterFindings findings, JobProgress progress, CancellationToken cancellation)
    {
        using var schools = files.Open(import.SchoolsFileId);
        using var groups = import.GroupLinksFileId is { } groupFile ? files.Open(groupFile) : null;
        using var links = import.LinksFileId is { } linksFile ? files.Open(linksFile) : null;
        var heard = new Heard(state => progress.Report((state.Percent ?? 0) * ReadPercent / 100, $"Row {state.Rows:N0}"));
        foreach (var entry in RegisterDownload.Read(schools, findings, groups, links, heard, cancellation))
            yield return entry;
    }

    /// <summary>Carries over what a download cannot say.</summary>
    private static bool Keep(RegisterSchool known, RegisterSchool after, bool trustsAreKnown)
    {
        (after.ReadingTenths, after.WritingTenths, after.MathsTenths, after.Progress8Hundredths, after.PremiumPermille) =
            (known.ReadingTenths, known.WritingTenths, known.MathsTenths, known.Progress8Hundredths, known.PremiumPermille);
        after.Pupils ??= known.Pupils;
        if (!trustsAreKnown)
            (after.TrustUid, after.TrustName, after.IsTrustForOneSchool, after.SearchText) = (known.TrustUid, known.TrustName, known.IsTrustForOneSchool, known.SearchText);
        return true;
    }

    private static bool IsSame(RegisterSchool one, RegisterSchool other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private void Update(Organisation organisation, RegisterSchool school, Dictionary<int, Organisation>? trusts, Person? actor, DateTime now)
    {
        var changes = new Changes();
        organisation.Name = changes.Note("name", organisation.Name, school.Name);
        organisation.Phase = changes.Note("phase", organisation.Phase, school.Phase.Length > 0 ? school.Phase : organisation.Phase);
        organisation.Street = changes.Note("street", organisation.Street, school.Street);
        organisation.Town = changes.Note("town", organisation.Town, school.Town);
        organisation.Postcode = changes.Note("postcode", organisation.Postcode, school.Postcode);
        organisation.LocalAuthority = changes.Note("local authority", organisation.LocalAuthority, school.LocalAuthority);
        organisation.Pupils = changes.Note("pupils", organisation.Pupils, school.Pupils ?? organisation.Pupils);
        if (school.Status == SchoolStatus.Closed && organisation.ClosedOn is null)
            organisation.ClosedOn = changes.Note<DateOnly?>("closed on", null, school.ClosedOn ?? DateOnly.FromDateTime(now));
        // Into a trust that is here; out of one only when the download knows of none, or of another.
        var trust = school.TrustUid is { } uid ? trusts?.GetValueOrDefault(uid) : null;
        if (trusts is not null && trust?.Id != organisation.TrustId && (trust is not null || trusts.Values.Any(row => row.Id == organisation.TrustId)))
        {
            changes.Note("trust", trusts.Values.FirstOrDefault(row => row.Id == organisation.TrustId)?.Name ?? "", trust?.Name ?? "");
            organisation.TrustId = trust?.Id;
        }
        if (!changes.Any)
            return;
        var successors = school.Successors.Count > 0 ? $"; after it came URN {string.Join(", ", school.Successors)}" : "";
        _inDirectory.Add(new ReportLine(organisation.Name, changes + successors));
        if (actor is not null)
            _deeds.Add(Deed($"changed {changes}, from the register of schools", organisation.Id, organisation.Name, organisation.Id, actor, now));
    }

    private async Task WriteAsync(
        RegisterImport import, RegisterReport report, List<RegisterSchool> added, List<RegisterSchool> changed, Person actor, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.RegisterSchools.AddRange(added);
        db.RegisterSchools.UpdateRange(changed);
        foreach (var deed in _deeds)
            db.AuditEntries.Add(deed);
        db.AuditEntries.Add(Deed(
            $"brought the register of schools up to date from {import.FileName}: {report.New} new, {report.Changed} changed, {report.Closed} closed",
            import.Id, "Register of schools", organisation: null, actor, now));
        import.Report = JsonSerializer.Serialize(report);
        import.State = ImportState.Applied;
        import.AppliedAt = now;
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellation);
    }

    private static AuditEntry Deed(string words, Guid subject, string name, Guid? organisation, Person actor, DateTime now) => new()
    {
        At = now,
        ActorId = actor.Id,
        ActorName = actor.FullName,
        Deed = words.Length > AuditEntry.DeedLength ? $"{words[..(AuditEntry.DeedLength - 1)]}…" : words,
        SubjectKind = organisation is null ? "register" : "organisation",
        SubjectId = subject,
        SubjectName = name,
        OrganisationId = organisation,
    };

    private static string Where(RegisterFinding finding)
    {
        var file = finding.File switch
        {
            RegisterFile.Schools => "Schools",
            RegisterFile.GroupLinks => "Group links",
            _ => "Links",
        };
        return $"{file}{(finding.Line > 0 ? $", line {finding.Line:N0}" : "")}{(finding.Column.Length > 0 ? $", {finding.Column}" : "")}";
    }

    // Progress<T> would tell of it on other threads and out of order.
    private sealed class Heard(Action<RegisterProgress> tell) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value) => tell(value);
    }
}
