using Guildhall.Web.Features.Directory;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

public abstract partial class AppDb
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
}
