using Guildhall.Web.Platform.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Database;

public abstract partial class AppDb
{
    public DbSet<SetUpCode> SetUpCodes => Set<SetUpCode>();
}
