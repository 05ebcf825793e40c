using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Jobs;
using Guildhall.Web.Platform.Mail;
using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

public abstract partial class AppDb
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
}
