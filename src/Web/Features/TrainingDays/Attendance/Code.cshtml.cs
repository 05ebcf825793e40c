using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>A session's code, large enough to be read from the back of the room.</summary>
[Needs<KeepRegister>]
public sealed class CodeModel(AppDb db, SessionCodes codes, PublicAddress address) : SessionPage(db)
{
    public string Code { get; private set; } = "";

    /// <summary>Where the code is typed, as it is read aloud.</summary>
    public string TypedAt => address.Of("/check-in").Split("://")[^1];

    public QrPicture Picture { get; private set; } = null!;

    public CheckInTimes Times => CheckInTimes.Of(Day.Date, Session.Slot!.Starts, Session.Slot.Ends);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Code = await codes.OfAsync(Session, cancellation);
        Picture = QrPicture.Of(address.Of($"/training-days/attendance/check-in/{Code}"));
    }
}
