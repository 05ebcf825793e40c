using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Attending;

/// <summary>
/// The day itself: two slots and two workshops. Ann has places in the first workshop, Ben in the second, Cy in none; Ann's and Cy's school
/// is one of another trust than the day's. Pat presents the first workshop.
/// </summary>
internal sealed record DayScene(App App, Organisation Trust, Organisation School, TrainingDay Day, Person Lead, Person Pat, Invitee Ann, Invitee Ben, Invitee Cy)
{
    public Slot First => Day.Slots.OrderBy(slot => slot.StartMinute).First();

    /// <summary>The first workshop in the first slot.</summary>
    public Session Here => Day.Workshops[0].Sessions.Single(session => session.SlotId == First.Id);

    /// <summary>The second workshop in the first slot.</summary>
    public Session There => Day.Workshops[1].Sessions.Single(session => session.SlotId == First.Id);

    public string RegisterPath => $"/training-days/attendance/register/{Here.Id}";

    /// <summary>UK time on the day, which is in winter.</summary>
    public DateTime At(int hour, int minute) => Day.Date.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc);

    public static async Task<DayScene> MakeAsync(App app, int seats = 3, DayStage stage = DayStage.OnTheDay)
    {
        var (trust, school) = (await app.World.Trust(), await app.World.School());
        var (lead, pat) = (await app.World.Holder(Role.PdLead, trust), await app.World.Person(name: "Pat Brook"));
        var day = await app.World.Day(trust, stage, slots: 2, workshops: 2, seats: seats, invitees: [pat]);
        await app.World.Add(new Presenter { WorkshopId = day.Workshops[0].Id, PersonId = pat.Id });
        var ann = await app.World.Invite(day, await app.World.Person(school, name: "Ann Łuk"));
        var ben = await app.World.Invite(day, await app.World.Person(name: "Ben Moss"));
        var cy = await app.World.Invite(day, await app.World.Person(school, name: "Cy Reed"));
        await app.World.AdoptedRun(
            day, lead,
            [.. day.Workshops[0].Sessions.Select(session => (ann, session, (int?)1)), .. day.Workshops[1].Sessions.Select(session => (ben, session, (int?)1))]);
        await app.World.GoLive(day);
        return new DayScene(app, trust, school, day, lead, pat, ann, ben, cy);
    }

    /// <summary>The code as the presenter finds it.</summary>
    public async Task<string> CodeAsync(Session session)
    {
        var page = await (await App.SignInAs(Lead)).Get($"/training-days/attendance/code/{session.Id}");
        return page.Text(".show-code-letters");
    }

    public async Task<Visitor> As(Invitee invitee) => await App.SignInAs(await PersonAsync(invitee));

    public Task<Person> PersonAsync(Invitee invitee) => App.Db(db => db.People.AsNoTracking().SingleAsync(person => person.Id == invitee.PersonId));

    public async Task<string> NameAsync(Invitee invitee) => (await PersonAsync(invitee)).FullName;

    public Task<Attendance?> RecordedAsync(Session session, Invitee invitee) =>
        App.Db(db => db.Attendance.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == session.Id && row.PersonId == invitee.PersonId));

    public Task<int> TakenAsync(Session session) => App.Db(db => db.Sessions.Where(row => row.Id == session.Id).Select(row => row.Taken).SingleAsync());
}
