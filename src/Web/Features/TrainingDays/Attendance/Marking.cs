namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>Three buttons that say whether somebody came.</summary>
/// <param name="InviteeId">Who.</param>
/// <param name="Name">Their name, for those who hear the page.</param>
/// <param name="State">What counts now.</param>
/// <param name="Version">That of the row; null when there is none.</param>
/// <param name="SessionId">The session, where the address does not say it.</param>
public sealed record Marking(Guid InviteeId, string Name, AttendanceState? State, int? Version, Guid? SessionId);
