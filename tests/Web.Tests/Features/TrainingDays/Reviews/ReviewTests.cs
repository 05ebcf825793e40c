using System.Net;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Reviews;

public sealed class ReviewTests
{
    [Theory, BothEngines]
    public async Task Offers_go_to_readers_of_other_schools_and_come_back_with_points(App app)
    {
        var world = await Called(app);
        var lead = await app.SignInAs(world.Lead);
        var page = await lead.Get($"/training-days/reviews/reviewers/{world.Day.Id}?find={world.FromElsewhere.FamilyName}");
        page = await page.Press($"Add {world.FromElsewhere.FullName}");
        page.Flash.ShouldBe($"{world.FromElsewhere.FullName} is a reviewer.");
        page = await (await lead.Get($"/training-days/reviews/reviewers/{world.Day.Id}?find={world.Colleague.FamilyName}")).Press($"Add {world.Colleague.FullName}");
        page = await page.Press("Give out the offers");
        // The colleague works where the presenter does, so one of the two readers is missing.
        page.Flash.ShouldBe("1 reviewer has been given 1 offer to read; 1 offer is still short of readers: add reviewers from other schools.");
        (await app.Db(db => db.OutgoingMails.CountAsync(mail => mail.To == world.FromElsewhere.Email && mail.Subject.Contains(world.Day.Name)))).ShouldBe(1);

        var reader = await app.SignInAs(world.FromElsewhere);
        page = await reader.Get("/");
        page.Texts(".card-title").ShouldContain("1 offer waits for your review");
        page = await (await page.Follow("Read them")).Follow(world.Offer.Title);
        page.Text("main").ShouldContain(world.Presenter.FullName);
        (await page.Press("Hand in")).Errors.ShouldHaveSingleItem().ShouldStartWith("Useful soon: choose");
        page = await page.Press("Hand in", ("Input.Points[0].Given", 3), ("Input.SharedComment", "Bring examples."), ("Input.PrivateComment", "Strong."));
        page.Flash.ShouldBe("Handed in. You can change it until the offer is decided.");
        page = await lead.Get($"/training-days/reviews/{world.Day.Id}");
        page.Table().ShouldHaveSingleItem()[3].ShouldBe("75");
    }

    [Theory, BothEngines]
    public async Task A_blind_review_does_not_say_who_offers(App app)
    {
        var world = await Called(app, isBlind: true);
        var review = await Given(app, world);
        var page = await (await app.SignInAs(world.FromElsewhere)).Get($"/training-days/reviews/read/{review.Id}");
        page.Text("main").ShouldContain("You are not told who offers it.");
        page.Text("main").ShouldNotContain(world.Presenter.FamilyName);
    }

    [Theory, BothEngines]
    public async Task An_offer_that_is_put_back_goes_to_somebody_else_and_never_returns(App app)
    {
        var world = await Called(app);
        var review = await Given(app, world);
        var third = await app.World.Person(at: await app.World.School(trust: world.Trust));
        await app.World.Add(new DayReviewer { DayId = world.Day.Id, PersonId = world.FromElsewhere.Id });
        await app.World.Add(new DayReviewer { DayId = world.Day.Id, PersonId = third.Id });
        var page = await (await app.SignInAs(world.FromElsewhere)).Get($"/training-days/reviews/read/{review.Id}");
        await page.Press("Put it back");
        var readers = await app.Db(db => db.Reviews.Where(row => row.OfferId == world.Offer.Id).Select(row => new { row.ReviewerId, row.State }).ToListAsync());
        readers.ShouldContain(row => row.ReviewerId == third.Id && row.State == ReviewState.Open);
        readers.ShouldContain(row => row.ReviewerId == world.FromElsewhere.Id && row.State == ReviewState.Abstained);
        (await (await app.SignInAs(world.FromElsewhere)).Get($"/training-days/reviews/read/{review.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Who_decides_comes_back_to_the_list_as_it_was(App app)
    {
        var world = await Called(app);
        var second = await app.World.Offer(world.Day, world.Presenter, OfferState.Submitted);
        var lead = await app.SignInAs(world.Lead);
        var list = $"/training-days/reviews/{world.Day.Id}?show=open&sort=-title&number=1&size=50";
        var page = await (await lead.Get($"{list}&other=1")).Follow(world.Offer.Title);
        (await page.Follow("Cancel")).Path.ShouldBe(list);
        page = await page.Press("Save and go to the next", ("Input.Decision", "Accept"));
        page.Heading.ShouldBe(second.Title);
        (await page.Press("Save the decision", ("Input.Decision", "Decline"))).Errors.ShouldHaveSingleItem().ShouldContain("say why");
        page = await page.Press("Save the decision", ("Input.Decision", "Decline"), ("Input.Reason", "Next time."));
        page.Path.ShouldBe(list);
        page.Flash.ShouldBe($"Saved: “{second.Title}”, not taken up. Nobody is told yet.");
    }

    [Theory, BothEngines]
    public async Task A_decision_is_quiet_until_it_is_sent_and_the_accepted_offer_becomes_a_workshop(App app)
    {
        var world = await Called(app);
        var lead = await app.SignInAs(world.Lead);
        var presenter = await app.SignInAs(world.Presenter);
        var page = await lead.Get($"/training-days/reviews/decide/{world.Day.Id}/{world.Offer.Id}");
        (await page.Press("Save the decision", ("Input.Decision", "Decline"))).Errors.ShouldHaveSingleItem().ShouldStartWith("To those who offer it");
        page = await page.Press("Save the decision", ("Input.Decision", "AcceptWithChanges"), ("Input.Reason", "Make it shorter."));
        page.Flash!.ShouldEndWith("Nobody is told yet.");
        (await presenter.Get($"/training-days/offers/show/{world.Offer.Id}")).Text("main").ShouldNotContain("Make it shorter.");
        (await lead.Get($"/training-days/step/{world.Day.Id}/begin-programme")).Path.ShouldBe($"/training-days/day/{world.Day.Id}");

        page = await page.Follow("Send 1 decision");
        page.Text("main").ShouldContain("Make it shorter.");
        (await page.Press("Send to 1 person")).Flash.ShouldBe("1 decision is sent to 1 person.");
        (await presenter.Get($"/training-days/offers/show/{world.Offer.Id}")).Text("main").ShouldContain("Make it shorter.");
        (await app.Db(db => db.OutgoingMails.SingleAsync(mail => mail.To == world.Presenter.Email && mail.Subject.StartsWith("Accepted with changes")))).Text.ShouldContain("Make it shorter.");

        page = await (await lead.Get($"/training-days/day/{world.Day.Id}")).Follow("Begin the programme");
        await page.Press("Begin the programme");
        var workshop = await app.Db(db => db.Workshops.Include(row => row.Presenters).SingleAsync(row => row.DayId == world.Day.Id));
        (workshop.Code, workshop.Title, workshop.OfferId).ShouldBe(("W01", world.Offer.Title, world.Offer.Id));
        workshop.Presenters.ShouldHaveSingleItem().PersonId.ShouldBe(world.Presenter.Id);
    }

    [Fact]
    public void The_score_is_weighted_and_the_spread_is_from_lowest_to_highest()
    {
        Criterion[] criteria = [new() { Name = "Useful", Weight = 3 }, new() { Name = "Made well", Weight = 1 }];
        Review Of(int useful, int made) => new()
        {
            State = ReviewState.Done,
            Scores = [new ReviewScore { CriterionId = criteria[0].Id, Points = useful }, new ReviewScore { CriterionId = criteria[1].Id, Points = made }],
        };
        var score = OfferScore.Of([Of(4, 0), Of(0, 4), new Review { State = ReviewState.Open }], criteria);
        score.ShouldBe(new OfferScore(2, 50, 50));
        score.IsWide.ShouldBeTrue();
        OfferScore.Of([Of(2, 2)], criteria).ShouldBe(new OfferScore(1, 50, null));
    }

    private static async Task<Review> Given(App app, CalledDay world) =>
        await app.World.Add(new Review { OfferId = world.Offer.Id, ReviewerId = world.FromElsewhere.Id, AssignedAt = app.Clock.Now });

    /// <summary>A day whose call is closed, with one offer by somebody of one of its two schools.</summary>
    private static async Task<CalledDay> Called(App app, bool isBlind = false)
    {
        var trust = await app.World.Trust();
        var (school, other) = (await app.World.School(trust: trust), await app.World.School(trust: trust));
        var (presenter, colleague, elsewhere) = (await app.World.Person(at: school), await app.World.Person(at: school), await app.World.Person(at: other));
        var day = await app.World.Day(trust, DayStage.Review);
        var call = new WorkshopCall { DayId = day.Id, Brief = "Workshops that help.", IsBlind = isBlind };
        call.Criteria.Add(new Criterion { CallId = call.Id, Name = "Useful soon", Weight = 3 });
        await app.World.Add(call);
        var offer = new Offer
        {
            DayId = day.Id,
            Title = $"Offer {day.Name}",
            Summary = "We practise.",
            Outcome = "Use it on Monday.",
            State = OfferState.Submitted,
            CreatedAt = app.Clock.Now,
            SubmittedAt = app.Clock.Now,
        };
        offer.Presenters.Add(new OfferPresenter { OfferId = offer.Id, PersonId = presenter.Id, IsLead = true, AcceptedAt = app.Clock.Now });
        await app.World.Add(offer);
        return new CalledDay(trust, day, offer, await app.World.Holder(Role.PdLead, trust), presenter, colleague, elsewhere);
    }

    private sealed record CalledDay(
        Organisation Trust, TrainingDay Day, Offer Offer, Person Lead, Person Presenter, Person Colleague, Person FromElsewhere);
}
