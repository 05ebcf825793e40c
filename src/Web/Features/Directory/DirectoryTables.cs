using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Features.Directory.Register;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

public abstract partial class AppDb
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<RegisterSchool> RegisterSchools => Set<RegisterSchool>();

    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();

    public DbSet<PeopleImport> PeopleImports => Set<PeopleImport>();

    public DbSet<ImportMemory> ImportMemories => Set<ImportMemory>();
}
