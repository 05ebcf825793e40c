using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Features.TrainingDays.Programme;

/// <summary>The board keeps what it has worked out, and never shows it once any row that it follows from is other than before.</summary>
public sealed class MeterTests
{
    [Theory, BothEngines]
    public async Task The_meter_notices_whatever_is_changed_behind_it(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School();
        var day = await app.World.Day(trust, DayStage.Programme, workshops: 3, seats: 4);
        var (first, second, third) = (day.Workshops[0].Id, day.Workshops[1].Id, day.Workshops[2].Id);
        var people = new List<Invitee>();
        for (var number = 0; number < 5; number++)
            people.Add(await app.World.Choose(await app.World.Invite(day, await app.World.Person(school)), [.. day.Workshops]));
        var (ann, ben) = (people[0].Id, people[1].Id);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var before = await ShownAsync();
        before[0].ShouldBe("5 of 5 people (100%)", "two slots, and the first two workshops in each");

        await OtherAsync("a room is smaller", db => db.Rooms.Where(room => room.Id == day.Rooms[0].Id).ExecuteUpdateAsync(change => change.SetProperty(room => room.Seats, 1)));
        await OtherAsync("a wish goes", db => db.Choices.Where(choice => choice.InviteeId == ann && choice.WorkshopId != third).ExecuteDeleteAsync());
        await OtherAsync("wishes change their order", async db =>
        {
            await db.Choices.Where(choice => choice.InviteeId == ben && choice.WorkshopId == first).ExecuteUpdateAsync(change => change.SetProperty(choice => choice.Rank, 9));
        });
        await OtherAsync("somebody cannot come", db => db.Invitees.Where(row => row.Id == people[2].Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.AwaySlots, new List<Guid> { day.Slots[0].Id })), mayLookTheSame: true);
        await OtherAsync("somebody presents", async db =>
        {
            db.Add(new Presenter { WorkshopId = first, PersonId = people[3].PersonId });
            await db.SaveChangesAsync();
        });
        await OtherAsync("a workshop is not for teachers", db => db.Workshops.Where(row => row.Id == second).ExecuteUpdateAsync(change => change.SetProperty(row => row.Audience, new List<RoleGroup> { RoleGroup.SiteAndPremises })));
        await OtherAsync("a workshop takes fewer", db => db.Workshops.Where(row => row.Id == third).ExecuteUpdateAsync(change => change.SetProperty(row => row.Largest, 1)));
        await OtherAsync("a workshop needs more", db => db.Workshops.Where(row => row.Id == first).ExecuteUpdateAsync(change => change.SetProperty(row => row.Smallest, 3)), mayLookTheSame: true);
        await OtherAsync("a session goes", db => db.Sessions.Where(row => row.WorkshopId == third && row.SlotId == day.Slots[1].Id).ExecuteDeleteAsync(), mayLookTheSame: true);
        await OtherAsync("somebody has stars instead", async db =>
        {
            await db.Choices.Where(choice => choice.InviteeId == ben).ExecuteDeleteAsync();
            db.Add(new Star { InviteeId = ben, WorkshopId = second });
            await db.SaveChangesAsync();
        }, mayLookTheSame: true);

        async Task OtherAsync(string what, Func<Guildhall.Web.Platform.Database.AppDb, Task> change, bool mayLookTheSame = false)
        {
            await app.Db(async db =>
            {
                await change(db);
                return true;
            });
            var shown = await ShownAsync();
            shown.ShouldBe(await AnewAsync(), $"{what}: as somebody says who knew nothing before");
            if (!mayLookTheSame)
                shown.ShouldNotBe(before, $"{what}: it makes a difference");
            before = shown;
        }

        async Task<IReadOnlyList<string>> ShownAsync() => (await browser.Get($"/training-days/programme/board/{day.Id}")).Texts(".figures dd");

        async Task<IReadOnlyList<string>> AnewAsync()
        {
            await using var scope = app.Services.CreateAsyncScope();
            var input = await scope.ServiceProvider.GetRequiredService<ProgrammeInputReader>().ReadAsync(day.Id, CancellationToken.None);
            var forecast = new ProgrammeMeter().Read(day.Id, input)!.Forecast!;
            return [forecast.ContentWords, $"{forecast.Empty}", $"{forecast.Worst}"];
        }
    }

    [Theory, BothEngines]
    public async Task A_pin_and_a_move_stand_beside_the_meter_at_once(App app)
    {
        var trust = await app.World.Trust();
        var day = await app.World.Day(trust, DayStage.Programme, workshops: 1);
        await app.World.Choose(await app.World.Invite(day, await app.World.Person(await app.World.School())), [.. day.Workshops]);
        var far = await app.World.Room(day, seats: 0);
        var browser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        var page = await browser.Get($"/training-days/programme/board/{day.Id}");
        var figures = page.Texts(".figures dd");
        page.Texts(".session-card .secondary").ShouldContain(words => words.Contains("1 would come"));

        page = await page.Press($"Pin W01, {day.Slots[0].Name}");
        page.Document.QuerySelectorAll(".is-pinned").Length.ShouldBe(1);
        page.Texts(".figures dd").ShouldBe(figures);

        foreach (var slot in day.Slots)
        {
            await app.Db(db => db.Sessions.Where(row => row.WorkshopId == day.Workshops[0].Id && row.SlotId == slot.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.RoomId, far.Id)));
        }
        page = await browser.Get($"/training-days/programme/board/{day.Id}");
        page.Texts(".figures dd").ShouldNotBe(figures, "nobody can sit there");
        page.Texts(".session-card .secondary").ShouldNotContain(words => words.Contains("1 would come"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0198a1b2c3d4e5f60718293a4b5c6d7e.1")]
    [InlineData("0198a1b2c3d4e5f60718293a4b5c6d7e.-1.True")]
    [InlineData("0198a1b2c3d4e5f60718293a4b5c6d7e.1.perhaps")]
    [InlineData("somebody.1.True")]
    public void What_no_button_sends_pins_nothing(string? sent) => BoardPin.Read(sent).ShouldBeNull();

    [Fact]
    public void A_button_sends_the_other_state()
    {
        var run = new BoardRun(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, null, 1, 0, IsPinned: false, 0, Version: 7);
        BoardPin.Read(BoardPin.Value(run)).ShouldBe((run.Session, 7, true));
        BoardPin.Read(BoardPin.Value(run with { IsPinned = true })).ShouldBe((run.Session, 7, false));
    }
}
