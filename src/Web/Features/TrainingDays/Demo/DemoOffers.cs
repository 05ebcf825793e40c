using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Demo;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Demo;

namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>The call of the demo's day, and what was offered: each of its workshops, and a few that were not taken.</summary>
internal sealed class DemoOffers
{
    private const string Brief =
        "On this day all 14 schools learn from each other. We look for about 60 workshops of 75 minutes by you: something that works in your "
        + "classroom, office, kitchen or workshop, and that others could use within two weeks. You need not be an expert. If you have never "
        + "presented before, say so, and we find you a partner. Some workshops should be for those who do not teach: please offer those too.";

    /// <summary>While the call is open, every so many offers one has not been handed in yet.</summary>
    private const int DraftEvery = 6;

    private readonly AppDb _db;
    private readonly TrainingDay _day;
    private readonly DemoPeople _demo;
    private readonly DateTime _now;
    private readonly DemoStage _stage;
    private readonly Dictionary<string, CallTopic> _topics = new(StringComparer.Ordinal);

    private DemoOffers(AppDb db, TrainingDay day, DemoPeople demo, DemoStage stage, DateTime now) =>
        (_db, _day, _demo, _stage, _now) = (db, day, demo, stage, now);

    /// <summary>The offers that were accepted, by the code of their workshop.</summary>
    public Dictionary<string, Offer> Accepted { get; } = new(StringComparer.Ordinal);

    public static DemoOffers Add(AppDb db, TrainingDay day, DemoPeople demo, DemoStage stage, DateTime now)
    {
        var offers = new DemoOffers(db, day, demo, stage, now);
        offers.AddCall();
        offers.AddWorkshops();
        offers.AddDeclined();
        return offers;
    }

    private bool IsOpen => _stage == DemoStage.Call;

    private bool IsDecided => _stage > DemoStage.Review;

    private void AddCall()
    {
        var call = FirstCall.Of(_day);
        call.Brief = Brief;
        call.WantedFor = [RoleGroup.Office, RoleGroup.SiteAndPremises, RoleGroup.Catering, RoleGroup.TechnicianAndIt];
        foreach (var theme in DemoTheme.All.Where(theme => theme.Topic is not null))
        {
            var topic = new CallTopic { CallId = call.Id, Name = theme.Topic!, Why = theme.Why, Position = call.Topics.Count };
            call.Topics.Add(topic);
            _topics[theme.Topic!] = topic;
        }
        _db.Calls.Add(call);
    }

    private void AddWorkshops()
    {
        var presenters = _demo.Rows.SelectMany(row => row.Presented.Select(code => (Code: code, Person: _demo.People[row.Id])))
            .ToLookup(row => row.Code, row => row.Person, StringComparer.Ordinal);
        var speakers = 0;
        foreach (var (index, rows) in DemoRows.Sessions().GroupBy(row => row.Workshop, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal).Index())
        {
            var theme = DemoTheme.Of(rows.Key);
            var row = rows.First();
            var offer = Offer(row.Title, DemoSummaries.Of(rows.Key), theme, index, IsOpen && (index % DraftEvery == 1 || presenters[rows.Key].Contains(_demo.Cast.Presenter)));
            offer.Audience = DemoProgramme.Audience(row);
            offer.MostRuns = rows.Count();
            offer.Smallest = row.Minimum > 0 ? row.Minimum : null;
            if (IsDecided)
            {
                (offer.Decision, offer.Reason) = index % 9 == 4
                    ? (OfferDecision.AcceptWithChanges, "Please leave twenty minutes for people to work on something of their own.")
                    : (OfferDecision.Accept, "");
                (offer.SentAt, offer.ConfirmedAt) = (_now.AddDays(-30), _now.AddDays(-28));
            }
            foreach (var person in presenters[rows.Key])
                AddPresenter(offer, new OfferPresenter { OfferId = offer.Id, PersonId = person.Id });
            if (offer.Presenters.Count == 0)
                AddSpeaker(offer, speakers++);
            Accepted[rows.Key] = offer;
        }
        if (IsOpen)
            Ask(Accepted["W10"], _demo.Cast.Teacher);
    }

    private void AddDeclined()
    {
        foreach (var (index, declined) in DemoDeclined.All.Index())
        {
            var offer = Offer(declined.Title, declined.Summary, DemoTheme.All[2], index, isDraft: false);
            // What reviewers and the sense-check will have something to say about.
            (offer.Evidence, offer.Mechanisms) = ("", [Mechanism.CredibleSource]);
            if (IsDecided)
                (offer.Decision, offer.Reason, offer.SentAt) = (declined.Decision, declined.Reason, _now.AddDays(-30));
            AddPresenter(offer, new OfferPresenter { OfferId = offer.Id, PersonId = Somebody(100 + (index * 7)).Id });
        }
    }

    private Offer Offer(string title, string summary, DemoTheme theme, int index, bool isDraft)
    {
        var at = _now.AddDays(IsDecided ? -50 : -3).AddMinutes(index * 11);
        var offer = new Offer
        {
            DayId = _day.Id,
            Title = title,
            Summary = summary,
            Outcome = isDraft ? "" : theme.Outcomes[index % theme.Outcomes.Length],
            TopicId = theme.Topic is { } topic ? _topics[topic].Id : null,
            Priority = theme.Priority,
            Evidence = theme.Evidence,
            Mechanisms = [.. theme.Mechanisms],
            State = isDraft ? OfferState.Draft : OfferState.Submitted,
            CreatedAt = at.AddHours(-20),
            SavedAt = at,
            SubmittedAt = isDraft ? null : at,
        };
        _db.Offers.Add(offer);
        return offer;
    }

    private static void AddPresenter(Offer offer, OfferPresenter presenter)
    {
        presenter.IsLead = offer.Presenters.Count == 0;
        presenter.AcceptedAt = offer.CreatedAt;
        offer.Presenters.Add(presenter);
    }

    private void AddSpeaker(Offer offer, int number)
    {
        var speaker = DemoSpeaker.All[number];
        var presenter = new OfferPresenter { OfferId = offer.Id, Name = speaker.Name, Email = speaker.Email, Employer = speaker.Employer };
        if (number == 0)
        {
            presenter.LinkDigest = SpeakerLinks.Digest(DemoLinks.SpeakerSecret);
            if (IsOpen)
                (offer.State, offer.SubmittedAt, offer.Outcome) = (OfferState.Draft, null, "");
        }
        AddPresenter(offer, presenter);
    }

    /// <summary>Asks somebody to present an offer with those who do.</summary>
    private static void Ask(Offer offer, Person person) => offer.Presenters.Add(new OfferPresenter { OfferId = offer.Id, PersonId = person.Id });

    /// <summary>A teacher who is nobody of the cast and presents nothing else.</summary>
    private Person Somebody(int index)
    {
        var teachers = _demo.Rows.Where(row => row.Group == "teacher" && row.Presents.Length == 0 && !_demo.Cast.InOrder.Contains(_demo.People[row.Id])).ToList();
        return _demo.People[teachers[index * 3 % teachers.Count].Id];
    }
}
