using System.Globalization;
using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Changes;

public sealed class SwapTests
{
    [Theory, BothEngines]
    public async Task Two_who_agree_exchange_their_places(App app)
    {
        var scene = await Scene.MakeAsync(app);
        var (ann, ben) = (await app.SignInAs(scene.Ann), await app.SignInAs(scene.Ben));
        var sequence = (await SequenceAsync(ann, scene.Day), await SequenceAsync(ben, scene.Day));
        var page = await (await ann.Get(scene.SlotPage)).Press($"Offer to swap: {scene.Second.Title}");
        page.Flash.ShouldBe($"You offer your place in “{scene.First.Title}” for one in “{scene.Second.Title}”. When somebody there accepts, you get an email.");

        page = await ben.Get(scene.SlotPage);
        page.Texts("h2").ShouldContain("Offers to swap with you");
        page.Html.ShouldNotContain(scene.Ann.FamilyName);
        page = await page.Follow($"Answer: {scene.First.Title}");
        page.Html.ShouldNotContain(scene.Ann.FamilyName);
        page = await page.Press("Swap");
        page.Flash.ShouldBe($"You have swapped: you have a place in “{scene.First.Title}” now.");
        page.Texts(".timetable-part h2").ShouldBe([scene.First.Title]);
        page.Text("main").ShouldContain("You swapped places with somebody for this one");

        (await ann.Get($"/training-days/my-day/{scene.Day.Id}")).Texts(".timetable-part h2").ShouldBe([scene.Second.Title]);
        (await scene.TakenAsync()).ShouldBe([1, 1, 0]);
        (await SequenceAsync(ann, scene.Day)).ShouldBeGreaterThan(sequence.Item1);
        (await SequenceAsync(ben, scene.Day)).ShouldBeGreaterThan(sequence.Item2);
        foreach (var (person, title) in new[] { (scene.Ann, scene.Second.Title), (scene.Ben, scene.First.Title) })
        {
            var mail = await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == person.Email));
            mail.Subject.ShouldBe($"You have swapped: {title}");
            mail.Text.ShouldNotContain("Weir");
            (await app.Db(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == scene.Day.Id && entry.ConcernsPersonId == person.Id && entry.Deed.Contains("by agreement")))).ShouldBe(1);
        }
        (await app.Db(db => db.SwapOffers.CountAsync(offer => offer.Invitee!.DayId == scene.Day.Id))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task An_offer_waits_for_its_answer_on_ones_first_page_and_on_ones_day(App app)
    {
        var scene = await Scene.MakeAsync(app);
        var (ann, ben) = (await app.SignInAs(scene.Ann), await app.SignInAs(scene.Ben));
        var (home, myDay) = ("/", $"/training-days/my-day/{scene.Day.Id}");
        foreach (var path in new[] { home, myDay })
            (await ben.Get(path)).Texts(".waiting h2").ShouldNotContain(words => words.Contains("offers you", StringComparison.Ordinal));
        await scene.OfferAsync(app);
        foreach (var path in new[] { home, myDay })
        {
            var page = await ben.Get(path);
            page.Texts(".waiting h2").ShouldContain($"Somebody offers you “{scene.First.Title}” for your “{scene.Second.Title}”");
            page.Html.ShouldNotContain(scene.Ann.FamilyName);
            (await page.Follow($"Answer: {scene.First.Title}")).Heading.ShouldBe($"Swap for {scene.First.Title}?");
            // It is Ben's to answer, not Ann's.
            (await ann.Get(path)).Texts(".waiting h2").ShouldNotContain(words => words.Contains("offers you", StringComparison.Ordinal));
        }
        await (await (await ben.Get(home)).Follow($"Answer: {scene.First.Title}")).Press("Keep my place");
        foreach (var path in new[] { home, myDay })
            (await ben.Get(path)).Texts(".waiting h2").ShouldNotContain(words => words.Contains("offers you", StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task Several_offers_for_one_place_stand_together(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await scene.OfferAsync(app);
        var cay = await app.World.Person();
        var invitee = await app.World.Invite(scene.Day, cay);
        await app.Db(async db =>
        {
            var live = await db.TrainingDays.Where(row => row.Id == scene.Day.Id).Select(row => row.LiveRunId!.Value).SingleAsync();
            db.Add(new Place { RunId = live, InviteeId = invitee.Id, SlotId = scene.Slot.Id, SessionId = scene.Sessions[2].Id });
            db.Add(new SwapOffer { InviteeId = invitee.Id, SessionId = scene.Sessions[2].Id, WantedSessionId = scene.Sessions[1].Id, At = app.Clock.Now });
            return await db.SaveChangesAsync();
        });
        var page = await (await app.SignInAs(scene.Ben)).Get("/");
        page.Texts(".waiting h2").ShouldContain($"2 people offer you another place for your “{scene.Second.Title}”");
        page.Texts(".waiting .ways a").ShouldBe([$"“{scene.First.Title}”", $"“{scene.Day.Workshops[2].Title}”"]);
    }

    [Theory, BothEngines]
    public async Task Who_may_see_people_there_reads_the_name_and_nobody_elsewhere_finds_the_offer(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await scene.OfferAsync(app);
        var offer = await scene.OnlyOfferAsync(app);
        await app.World.Grant(scene.Ben, Role.Leader, await app.Db(db => db.Organisations.SingleAsync(row => row.Id == scene.AnnsSchool)));
        (await (await app.SignInAs(scene.Ben)).Get($"/training-days/changes/swap/{scene.Day.Id}/{offer}")).Text("main").ShouldContain(scene.Ann.FullName);

        var cay = await app.World.Person();
        await app.World.Invite(scene.Day, cay);
        foreach (var other in new[] { cay, scene.Ann })
            (await (await app.SignInAs(other)).Get($"/training-days/changes/swap/{scene.Day.Id}/{offer}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task An_offer_ends_with_the_place_that_it_offers(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await scene.OfferAsync(app);
        var (ann, ben) = (await app.SignInAs(scene.Ann), await app.SignInAs(scene.Ben));
        var old = await ben.Get($"/training-days/changes/swap/{scene.Day.Id}/{await scene.OnlyOfferAsync(app)}");
        await (await ann.Get($"/training-days/changes/take/{scene.Day.Id}/{scene.Sessions[2].Id}")).Press("Change my place");
        (await ben.Get(scene.SlotPage)).Texts("h2").ShouldNotContain("Offers to swap with you");
        (await old.Press("Swap")).Flash.ShouldBe(SwapDesk.Gone);
        (await scene.TakenAsync()).ShouldBe([0, 1, 1]);
    }

    [Theory, BothEngines]
    public async Task An_offer_is_taken_back_and_one_that_is_refused_is_not_shown_again(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await scene.OfferAsync(app);
        var ben = await app.SignInAs(scene.Ben);
        var page = await (await (await ben.Get(scene.SlotPage)).Follow($"Answer: {scene.First.Title}")).Press("Keep my place");
        page.Flash.ShouldContain("You keep your place.");
        (await ben.Get(scene.SlotPage)).Texts("h2").ShouldNotContain("Offers to swap with you");
        (await app.Db(db => db.SwapOffers.CountAsync(offer => offer.Invitee!.DayId == scene.Day.Id))).ShouldBe(1);

        page = await (await (await app.SignInAs(scene.Ann)).Get(scene.SlotPage)).Press($"Take back my offer: {scene.Second.Title}");
        page.Flash.ShouldBe($"You no longer offer your place for one in “{scene.Second.Title}”.");
        (await app.Db(db => db.SwapOffers.CountAsync(offer => offer.Invitee!.DayId == scene.Day.Id))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Who_said_that_they_would_swap_there_gets_a_mail(App app)
    {
        var scene = await Scene.MakeAsync(app);
        var (ann, ben) = (await app.SignInAs(scene.Ann), await app.SignInAs(scene.Ben));
        await (await ben.Get(scene.SlotPage)).Press($"Offer to swap: {scene.First.Title}");
        await (await ann.Get(scene.SlotPage)).Press($"Offer to swap: {scene.Second.Title}");
        var mail = await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == scene.Ben.Email));
        mail.Subject.ShouldBe($"Would you swap for {scene.First.Title}?");
        mail.Text.ShouldContain($"/training-days/changes/slot/{scene.Day.Id}/{scene.Slot.Id}");
        (await app.Db(db => db.OutgoingMails.CountAsync(one => one.To == scene.Ann.Email))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task When_a_rule_has_come_between_both_are_told_in_words(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await scene.OfferAsync(app);
        var ben = await app.SignInAs(scene.Ben);
        var page = await ben.Get($"/training-days/changes/swap/{scene.Day.Id}/{await scene.OnlyOfferAsync(app)}");
        // Meanwhile an organiser says that Ann presents what Ben has.
        await app.World.Add(new Presenter { WorkshopId = scene.Second.Id, PersonId = scene.Ann.Id });
        page = await page.Press("Swap");
        page.Flash.ShouldBe($"You cannot swap: the rules of the day do not let the other person into “{scene.Second.Title}” any more. Both of you keep your places.");
        var mail = await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == scene.Ann.Email));
        mail.Subject.ShouldBe($"A swap for {scene.Second.Title} could not be made");
        mail.Text.ShouldContain("You present it.");
        (await ben.Get($"/training-days/my-day/{scene.Day.Id}")).Texts(".timetable-part h2").ShouldBe([scene.Second.Title]);
        (await scene.TakenAsync()).ShouldBe([1, 1, 0]);
    }

    [Theory, BothEngines]
    public async Task A_place_that_the_organiser_fixed_is_not_for_swapping(App app)
    {
        var scene = await Scene.MakeAsync(app);
        await app.Db(db => db.Places.Where(place => place.SessionId == scene.Sessions[0].Id).ExecuteUpdateAsync(change => change.SetProperty(place => place.IsFixed, true)));
        (await (await app.SignInAs(scene.Ann)).Get(scene.SlotPage)).Texts("button").ShouldNotContain(button => button.StartsWith("Offer to swap", StringComparison.Ordinal));
        // Nor can anybody have it by a swap.
        var ben = await app.SignInAs(scene.Ben);
        await (await ben.Get(scene.SlotPage)).Press($"Offer to swap: {scene.First.Title}");
        (await (await app.SignInAs(scene.Ann)).Get(scene.SlotPage)).Texts("h2").ShouldNotContain("Offers to swap with you");
    }

    [Theory, BothEngines]
    public async Task The_school_cap_counts_who_leaves(App app)
    {
        var scene = await Scene.MakeAsync(app, schoolCap: 1);
        // Somebody of Ann's school sits with Ben, so that she would be the second of hers there.
        var colleague = await app.World.Person(await app.Db(db => db.Organisations.SingleAsync(row => row.Id == scene.AnnsSchool)));
        var invitee = await app.World.Invite(scene.Day, colleague);
        await app.Db(async db =>
        {
            var live = await db.TrainingDays.Where(row => row.Id == scene.Day.Id).Select(row => row.LiveRunId!.Value).SingleAsync();
            db.Add(new Place { RunId = live, InviteeId = invitee.Id, SlotId = scene.Slot.Id, SessionId = scene.Sessions[1].Id });
            await db.SaveChangesAsync();
            return await db.Sessions.Where(row => row.Id == scene.Sessions[1].Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Taken, 2).SetProperty(row => row.Seats, 2));
        });
        await scene.OfferAsync(app);
        (await (await app.SignInAs(scene.Ben)).Get(scene.SlotPage)).Texts("h2").ShouldNotContain("Offers to swap with you");
        var page = await (await (await app.SignInAs(colleague)).Get(scene.SlotPage)).Follow($"Answer: {scene.First.Title}");
        (await page.Press("Swap")).Flash.ShouldContain("You have swapped");
    }

    [Theory, BothEngines]
    public async Task Of_two_who_accept_the_same_offer_at_once_one_gets_it(App app)
    {
        for (var round = 0; round < 4; round++)
        {
            var scene = await Scene.MakeAsync(app);
            var cay = await app.World.Person();
            var invitee = await app.World.Invite(scene.Day, cay);
            await app.Db(async db =>
            {
                var live = await db.TrainingDays.Where(row => row.Id == scene.Day.Id).Select(row => row.LiveRunId!.Value).SingleAsync();
                db.Add(new Place { RunId = live, InviteeId = invitee.Id, SlotId = scene.Slot.Id, SessionId = scene.Sessions[1].Id });
                await db.SaveChangesAsync();
                return await db.Sessions.Where(row => row.Id == scene.Sessions[1].Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Taken, 2).SetProperty(row => row.Seats, 2));
            });
            await scene.OfferAsync(app);
            var offer = await scene.OnlyOfferAsync(app);
            var pages = new List<Page>();
            foreach (var person in new[] { scene.Ben, cay })
                pages.Add(await (await app.SignInAs(person)).Get($"/training-days/changes/swap/{scene.Day.Id}/{offer}"));

            var answers = await Task.WhenAll(pages.Select(page => page.Press("Swap")));

            answers.Select(answer => answer.Flash).Order(StringComparer.Ordinal).ShouldBe(
                [SwapDesk.Gone, $"You have swapped: you have a place in “{scene.First.Title}” now."]);
            (await scene.TakenAsync()).ShouldBe([1, 2, 0]);
            (await app.Db(db => db.Places.CountAsync(place => place.SessionId == scene.Sessions[1].Id
                && place.RunId == db.TrainingDays.Single(row => row.Id == scene.Day.Id).LiveRunId))).ShouldBe(2);
        }
    }

    private static async Task<int> SequenceAsync(Visitor browser, TrainingDay day) =>
        int.Parse(StrictCalendar.Read((await browser.Get($"/training-days/my-day/{day.Id}?handler=file")).Bytes).Events[0]["SEQUENCE"], CultureInfo.InvariantCulture);

    /// <summary>One slot and three workshops of a seat each: Ann is in the first, Ben in the second, nobody in the third.</summary>
    private sealed record Scene(App App, TrainingDay Day, Person Ann, Person Ben, Guid AnnsSchool)
    {
        public Slot Slot => Day.Slots[0];

        public Workshop First => Day.Workshops[0];

        public Workshop Second => Day.Workshops[1];

        public IReadOnlyList<Session> Sessions => [.. Day.Workshops.Select(workshop => workshop.Sessions[0])];

        public string SlotPage => $"/training-days/changes/slot/{Day.Id}/{Slot.Id}";

        public static async Task<Scene> MakeAsync(App app, int? schoolCap = null)
        {
            var (near, far) = (await app.World.School(), await app.World.School());
            var (ann, ben) = (await app.World.Person(near), await app.World.Person(far));
            var day = await app.World.Day(stage: DayStage.Published, slots: 1, workshops: 3, seats: 1);
            var (anns, bens) = (await app.World.Invite(day, ann), await app.World.Invite(day, ben));
            await app.World.AdoptedRun(day, ann, (anns, day.Workshops[0].Sessions[0], 1), (bens, day.Workshops[1].Sessions[0], 1));
            await app.World.GoLive(day, schoolCap);
            return new Scene(app, day, ann, ben, near.Id);
        }

        public async Task OfferAsync(App app) =>
            (await (await (await app.SignInAs(Ann)).Get(SlotPage)).Press($"Offer to swap: {Second.Title}")).Flash.ShouldContain("You offer your place");

        public Task<Guid> OnlyOfferAsync(App app) => app.Db(db => db.SwapOffers.Where(offer => offer.Invitee!.DayId == Day.Id).Select(offer => offer.Id).SingleAsync());

        public async Task<IReadOnlyList<int>> TakenAsync()
        {
            var rows = await App.Db(db => db.Sessions.AsNoTracking().Where(row => row.Workshop!.DayId == Day.Id).ToDictionaryAsync(row => row.Id, row => row.Taken));
            return [.. Sessions.Select(session => rows[session.Id])];
        }
    }
}
