using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>Who came to the demo's day.</summary>
public sealed class DemoRegisters(AppDb db, LivePlaces live, TimeProvider clock)
{
    private const int Seed = 17;

    /// <summary>Fills the registers of all slots that are over, and half of the one that is running. Those whom a visitor can be are left to check in themselves.</summary>
    /// <param name="day">The day, published.</param>
    /// <param name="demo">Its people.</param>
    /// <param name="minute">How late it is, in minutes after midnight.</param>
    internal async Task AddAsync(TrainingDay day, DemoPeople demo, int minute)
    {
        var chance = new Random(Seed);
        var now = clock.GetUtcNow().UtcDateTime;
        var visitors = demo.Cast.InOrder.Select(person => person.Id).ToHashSet();
        var away = new HashSet<Guid>();
        var places = await db.Places.Where(place => place.RunId == day.LiveRunId && place.SessionId != null && place.Slot!.StartMinute < minute)
            .Select(place => new { place.InviteeId, place.Invitee!.PersonId, place.Invitee.Person!.StaffNumber, place.SlotId, SessionId = place.SessionId!.Value, place.Slot!.StartMinute, place.Slot.EndMinute })
            .OrderBy(place => place.StartMinute).ThenBy(place => place.StaffNumber).ToListAsync();
        foreach (var place in places)
        {
            var isRunning = minute < place.EndMinute;
            var drawn = chance.Next(100);
            if (!visitors.Contains(place.PersonId) && (away.Contains(place.InviteeId) || drawn < 2))
            {
                // Who is ill in the morning is ill in the afternoon.
                away.Add(place.InviteeId);
                db.Apologies.Add(new Apology
                {
                    InviteeId = place.InviteeId,
                    SlotId = place.SlotId,
                    SessionId = place.SessionId,
                    Reason = chance.Next(2) == 0 ? "Ill" : "My own child is ill",
                    At = Earlier(now, UkTime.BeginUtc(day.Date).AddHours(7).AddMinutes(chance.Next(60))),
                });
                await live.PutAsync(day, place.InviteeId, place.SlotId, session: null, PlaceOrigin.Own, CancellationToken.None);
                await live.FreeSeatAsync(place.SessionId, CancellationToken.None);
                continue;
            }
            if (isRunning && (visitors.Contains(place.PersonId) || drawn < 45))
                continue;
            var isAbsent = !isRunning && drawn < 7 && !visitors.Contains(place.PersonId);
            db.Attendance.Add(new Attendance
            {
                DayId = day.Id,
                SessionId = place.SessionId,
                PersonId = place.PersonId,
                State = isAbsent ? AttendanceState.Absent : AttendanceState.Present,
                Origin = isAbsent || drawn > 85 ? AttendanceOrigin.Register : AttendanceOrigin.Code,
                RecordedAt = Earlier(now.AddMinutes(-1), UkTime.BeginUtc(day.Date).AddMinutes(place.StartMinute + chance.Next(-5, 8))),
                RecordedById = isAbsent || drawn > 85 ? demo.Cast.TrustLead.Id : place.PersonId,
            });
        }
        await db.SaveChangesAsync();
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
