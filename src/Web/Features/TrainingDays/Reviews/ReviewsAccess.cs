using Guildhall.Web.Platform.Access;

namespace Guildhall.Web.Features.TrainingDays.Reviews;

/// <summary>Reads an offer as its reviewer, and writes what they think of it.</summary>
public sealed class ReadAsReviewer() : Permission<Review>("review")
{
    protected override bool Allows(Viewer viewer, Review thing) => thing.ReviewerId == viewer.PersonId;
}
