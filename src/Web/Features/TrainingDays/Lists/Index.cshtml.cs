using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Lists;

[Needs<FollowDay>]
public sealed class IndexModel(AppDb db) : ListPage(db)
{
    public string Lead => $"{Day.Name}, {Day.Date.Words()}.{(IsOrganiser ? "" : " You see the people of your own school.")}";
}
