using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Platform.Audit;

/// <summary>Writes down deeds. The entry is saved with the deed itself, or neither is.</summary>
public sealed class AuditTrail(AppDb db, CurrentViewer current, TimeProvider clock)
{
    /// <summary>Adds an entry to what is about to be saved.</summary>
    /// <param name="deed">What was done, as the rest of a sentence that begins with the person's name.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="organisation">The organisation whose administrators can read it.</param>
    /// <param name="concerns">The person whom it concerns.</param>
    public void Record(string deed, AuditSubject subject, Guid? organisation, Guid? concerns = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            ActorId = current.Viewer.IsSignedIn ? current.Viewer.PersonId : null,
            ActorName = current.Viewer.Name,
            Deed = deed.Length > AuditEntry.DeedLength ? string.Concat(deed.AsSpan(0, AuditEntry.DeedLength - 1), "…") : deed,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            SubjectName = subject.Name.Length > AuditEntry.NameLength ? subject.Name[..AuditEntry.NameLength] : subject.Name,
            OrganisationId = organisation,
            ConcernsPersonId = concerns,
        });
}

/// <summary>What a deed was done to.</summary>
/// <param name="Kind">The word for such a thing: "training day".</param>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it was called then.</param>
public sealed record AuditSubject(string Kind, Guid Id, string Name);
