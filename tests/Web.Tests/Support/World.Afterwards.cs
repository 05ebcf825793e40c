using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Support;

public sealed partial class World
{
    /// <summary>A day with one session in each slot, in which all of these have a place. It is over, or today.</summary>
    public async Task<TrainingDay> PastDay(Organisation organisation, DayStage stage, IReadOnlyList<Person> people, int slots = 1, Person? presenter = null)
    {
        var day = await Day(organisation, stage, slots, workshops: slots, invitees: presenter is null ? people : [.. people, presenter]);
        if (presenter is not null)
            await Add(new Presenter { WorkshopId = day.Workshops[0].Id, PersonId = presenter.Id });
        var invitees = await app.Db(db => db.Invitees.Where(row => row.DayId == day.Id).ToListAsync());
        var places = people.SelectMany(person => day.Workshops.Select((workshop, index) =>
            (invitees.Single(row => row.PersonId == person.Id), workshop.Sessions[index], (int?)null))).ToArray();
        await AdoptedRun(day, presenter ?? people[0], places);
        await GoLive(day);
        return day;
    }

    /// <summary>The session of a slot on such a day.</summary>
    public static Session SessionOf(TrainingDay day, int slot = 0) => day.Workshops[slot].Sessions[slot];

    public Task<Attendance> Register(TrainingDay day, Session session, Person person, AttendanceState state) => Add(new Attendance
    {
        DayId = day.Id,
        SessionId = session.Id,
        PersonId = person.Id,
        State = state,
        RecordedAt = app.Clock.Now,
    });

    /// <summary>Answers, given as the page gives them.</summary>
    public async Task GiveFeedback(Session session, Person person, FeedbackAnswer answer)
    {
        await using var scope = app.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<FeedbackDesk>().GiveAsync(session.Id, person.Id, answer, CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>Answering is over, so that what came may be shown.</summary>
    public Task<FeedbackForm> FeedbackIsOver(TrainingDay day)
    {
        var form = FeedbackForm.Usual(day.Id);
        form.Until = app.Clock.Now.AddMinutes(-1);
        return Add(form);
    }
}
