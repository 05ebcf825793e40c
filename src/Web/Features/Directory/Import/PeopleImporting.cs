using System.Text.Json;
using Guildhall.Web.Features.Directory.Register;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Reads the file of an import against the people as they are now, for the preview and, anew, for carrying it out.</summary>
public sealed class PeopleImporting(AppDb db, FileStore files, PersonReach reach, TimeProvider clock)
{
    private const int LoadedPercent = 50;
    private const int PlannedPercent = 60;

    /// <summary>Reads and plans, and changes nothing.</summary>
    public async Task<PeopleReport> CheckAsync(PeopleImport import, Action<int, string> progress, CancellationToken cancellation)
    {
        var (plan, content, places, _) = await PlanAsync(import, tracked: false, progress, cancellation);
        return Report(plan, content, places);
    }

    /// <summary>Reads and plans anew, and writes all of it or nothing.</summary>
    /// <param name="import">What to carry out.</param>
    /// <param name="actor">Who asked for it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it as long as nothing is written.</param>
    public async Task<PeopleReport> ApplyAsync(PeopleImport import, Person actor, Action<int, string> progress, CancellationToken cancellation)
    {
        var (plan, content, places, names) = await PlanAsync(import, tracked: true, progress, cancellation);
        var report = Report(plan, content, places);
        // Working out the report has written into the people what the plan says of them; without saving, it is only words.
        if (!report.CanApply)
            return report;
        progress(PlannedPercent, $"Writing {Count.Of(report.New + report.Changed + report.Leavers, "person", "people")}");
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (line, person, place) in _deeds)
        {
            db.AuditEntries.Add(new AuditEntry
            {
                At = now,
                ActorId = actor.Id,
                ActorName = actor.FullName,
                Deed = line.Length > AuditEntry.DeedLength ? $"{line[..(AuditEntry.DeedLength - 1)]}…" : line,
                SubjectKind = "person",
                SubjectId = person.Id,
                SubjectName = person.FullName,
                OrganisationId = place,
                ConcernsPersonId = person.Id,
            });
        }
        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            ActorId = actor.Id,
            ActorName = actor.FullName,
            Deed = $"imported people from {import.FileName}: {report.New} new, {report.Changed} changed, {Count.Of(report.Leavers, "leaver", "leavers")}",
            SubjectKind = "organisation",
            SubjectId = import.OrganisationId,
            SubjectName = names[import.OrganisationId],
            OrganisationId = import.OrganisationId,
        });
        await WriteAsync(plan, cancellation);
        return report;
    }

    private readonly List<(string Deed, Person Person, Guid Place)> _deeds = [];

    private async Task WriteAsync(PeoplePlan plan, CancellationToken cancellation)
    {
        foreach (var planned in plan.People)
        {
            if (planned.Known is null)
                db.People.Add(PeopleChange.New(planned));
            foreach (var (row, known) in planned.Posts)
            {
                if (known is null)
                    db.Posts.Add(PeopleChange.New(planned, row));
            }
        }
        var leaving = plan.Leavers.Select(leaver => leaver.Person.Id).ToList();
        foreach (var some in leaving.Chunk(500))
        {
            db.RoleGrants.RemoveRange(await db.RoleGrants.Where(grant => some.Contains(grant.PersonId)
                && plan.Places.Contains(grant.OrganisationId) && grant.Role != Platform.Access.Role.Administrator).ToListAsync(cancellation));
        }
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<(PeoplePlan Plan, PeopleContent Content, ImportPlaces Places, Dictionary<Guid, string> Names)> PlanAsync(
        PeopleImport import, bool tracked, Action<int, string> progress, CancellationToken cancellation)
    {
        var places = await PlacesAsync(import.OrganisationId, cancellation);
        var memory = await db.ImportMemories.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == import.OrganisationId, cancellation);
        var content = Read(import, places, memory, progress, cancellation);
        progress(LoadedPercent / 2, $"Comparing {Count.Of(content.Rows.Count, "row", "rows")} with the people who are known");
        var world = await PeopleWorld.LoadAsync(
            db, reach, [.. places.All.Select(place => place.Id)], content.Rows.Select(row => row.Email).OfType<string>(), tracked, cancellation);
        progress(LoadedPercent, "Working out what changes");
        var plan = new PeoplePlanner(world, UkTime.Today(clock)).Plan(content, import.IsPartial);
        return (plan, content, places, places.All.ToDictionary(place => place.Id, place => place.Name));
    }

    private PeopleContent Read(PeopleImport import, ImportPlaces places, ImportMemory? memory, Action<int, string> progress, CancellationToken cancellation)
    {
        var words = memory?.ReadRoleWords() ?? [];
        using var file = files.Open(import.FileId);
        if (import.Format == ImportFormat.Roster)
        {
            using var organisations = files.Open(import.OrganisationsFileId!.Value);
            using var roles = files.Open(import.RolesFileId!.Value);
            return new RosterFiles(places, words, UkTime.Today(clock)).Read(organisations, file, roles, cancellation);
        }
        var columns = import.Columns is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(import.Columns) ?? [];
        return new PeopleFile(places, words).Read(
            file, import.FileName, import.Sheet, columns, rows => progress(Math.Min(LoadedPercent / 2, rows / 800), $"Row {rows:N0}"), cancellation);
    }

    /// <summary>An organisation and, when it is a trust, its schools.</summary>
    private async Task<ImportPlaces> PlacesAsync(Guid home, CancellationToken cancellation) => new(
        home,
        await db.Organisations.Where(row => row.Id == home || (row.TrustId == home && row.ClosedOn == null)).OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new ImportPlace(row.Id, row.Name, row.Urn)).ToListAsync(cancellation));

    private PeopleReport Report(PeoplePlan plan, PeopleContent content, ImportPlaces places)
    {
        var today = UkTime.Today(clock);
        var names = places.All.ToDictionary(place => place.Id, place => place.Name);
        string NameOf(Guid id) => names.GetValueOrDefault(id, "another employer");
        var (added, changed, left, same) = (new List<ReportLine>(), new List<ReportLine>(), new List<ReportLine>(), 0);
        foreach (var planned in plan.People)
        {
            var posts = string.Join("; ", planned.Rows.Select(row => $"{row.JobTitle ?? row.RoleGroup.Words()}, {NameOf(row.OrganisationId)}"));
            if (planned.Known is null)
            {
                added.Add(new ReportLine(planned.First.FullName, posts));
                _deeds.Add(($"added the person by an import, with the post {posts}", PeopleChange.New(planned), planned.First.OrganisationId));
                continue;
            }
            var before = planned.Known.FullName;
            var changes = PeopleChange.Apply(planned, today, NameOf);
            if (!changes.Any)
            {
                same++;
                continue;
            }
            changed.Add(new ReportLine(before, changes.ToString()));
            _deeds.Add(($"changed {changes} by an import", planned.Known, planned.First.OrganisationId));
        }
        foreach (var (person, ending) in plan.Leavers)
        {
            foreach (var post in ending)
                post.EndedOn = today;
            var elsewhere = person.Posts.Exists(post => post.EndedOn is null || post.EndedOn > today);
            person.LeftOn = elsewhere ? person.LeftOn : today;
            var posts = string.Join("; ", ending.Select(post => $"{post.JobTitle}, {NameOf(post.OrganisationId)}"));
            left.Add(new ReportLine(person.FullName, posts + (elsewhere ? " (keeps a post elsewhere)" : "")));
            _deeds.Add(($"marked the person as a leaver by an import; ended: {posts}", person, ending[0].OrganisationId));
        }
        return new PeopleReport
        {
            Rows = content.Rows.Count,
            New = added.Count,
            Changed = changed.Count,
            Leavers = left.Count,
            Unchanged = same,
            NewNamed = [.. added.Take(PeopleReport.MostNamed)],
            ChangedNamed = [.. changed.Take(PeopleReport.MostNamed)],
            LeaversNamed = [.. left.Take(PeopleReport.MostNamed)],
            Places = [.. plan.Places.Select(NameOf)],
            Errors = [.. plan.Findings.Where(finding => finding.IsError).Select(finding => new ReportLine(finding.Where, finding.Words))],
            Warnings = [.. plan.Findings.Where(finding => !finding.IsError).Take(PeopleReport.MostNamed).Select(finding => new ReportLine(finding.Where, finding.Words))],
            UnknownRoles = content.UnknownRoles,
        };
    }
}
