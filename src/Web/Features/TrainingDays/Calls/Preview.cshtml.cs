using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>The call as presenters see it.</summary>
[Needs<OrganiseDay>]
public sealed class PreviewModel(AppDb db) : CallPage(db)
{
    public void OnGet()
    {
        // The page shows what every page of the call reads.
    }
}
