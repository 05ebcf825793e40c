using System.Text;
using System.Text.Json;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.Directory.Import;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Calls;
using Guildhall.Web.Features.TrainingDays.Changes;
using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Features.TrainingDays.Programme;
using Guildhall.Web.Features.TrainingDays.Reviews;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Rules;

/// <summary>A trust with one of each thing that an address can be about, and with one of each kind of person. A new kind of thing goes here.</summary>
internal sealed class OneTrust
{
    /// <summary>Parts of addresses that are no thing of any organisation.</summary>
    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["secret"] = "0000000000000000000000000000000000000000000",
        ["key"] = "AAAA",
        ["urn"] = "100000",
        ["uid"] = "2044",
        ["step"] = "close-choosing",
        ["code"] = "BBBBB",
    };

    public const string Keeper = "keeper of the installation";

    /// <summary>The things, by the name that addresses have for them.</summary>
    public required IReadOnlyDictionary<string, object> Things { get; init; }

    /// <summary>Other things of these names, for pages that are not there for the first: a hub, a slot and a workshop that nobody uses.</summary>
    public required IReadOnlyDictionary<string, object> Spare { get; init; }

    /// <summary>What nobody outside may read.</summary>
    public required IReadOnlyList<string> Private { get; init; }

    /// <summary>One person of each kind, those who may do most first.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    public static async Task<OneTrust> MakeAsync(App app, DayStage stage = DayStage.Published)
    {
        var world = app.World;
        var trust = await world.Trust();
        var school = await world.School(trust: trust);
        var hub = await world.Hub(school);
        var former = await world.Person(school);
        var people = new Dictionary<string, Person>(StringComparer.Ordinal)
        {
            ["administrator"] = await world.Holder(Role.Administrator, trust),
            ["PD lead"] = await world.Holder(Role.PdLead, trust),
            ["school's PD lead"] = await world.Holder(Role.PdLead, school),
            ["head"] = await world.Holder(Role.Leader, school),
            ["keeper of staff records"] = await world.Holder(Role.StaffManager, school),
            ["governor"] = await world.Holder(Role.Governor, trust),
            ["hub lead"] = await world.Holder(Role.PdLead, hub),
            ["presenter"] = await world.Person(school),
            ["teacher"] = await world.Person(school),
            ["caretaker"] = await world.Person(school, RoleGroup.SiteAndPremises),
        };
        await world.Grant(people["administrator"], Role.Administrator, hub);
        var day = await world.Day(trust, stage, slots: 2, workshops: 2, invitees: [people["presenter"], people["caretaker"]]);
        await app.Db(db => db.TrainingDays.Where(row => row.Id == day.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.InterestUntil, app.Clock.Now)));
        await world.Add(new Presenter { WorkshopId = day.Workshops[0].Id, PersonId = people["presenter"].Id });
        var invitee = await world.Choose(await world.Invite(day, people["teacher"]), [.. day.Workshops]);
        var session = day.Workshops[0].Sessions[0];
        await world.AdoptedRun(day, people["PD lead"], (invitee, session, 1));
        var other = day.Workshops[1].Sessions.Single(row => row.SlotId == session.SlotId);
        var caretaker = await app.Db(db => db.Invitees.SingleAsync(row => row.DayId == day.Id && row.PersonId == people["caretaker"].Id));
        var run = await world.AdoptedRun(day, people["PD lead"], (invitee, session, 1), (caretaker, other, null));
        if (stage >= DayStage.Published)
            await world.GoLive(day);
        var swap = await world.Add(new SwapOffer { InviteeId = caretaker.Id, SessionId = other.Id, WantedSessionId = session.Id, At = app.Clock.Now });
        var job = await world.Add(new JobRun
        {
            Kind = "test",
            SubjectId = day.Id,
            StartedBy = people["PD lead"].Id,
            Title = $"Job {World.Code()}",
            ReturnPath = "/",
            State = JobState.Done,
            CreatedAt = app.Clock.Now,
        });
        var import = await world.Add(new PeopleImport
        {
            OrganisationId = trust.Id,
            FileId = (await KeepAsync(app, people["administrator"], "Given name,Family name\nAnn,Weir\n")).Id,
            FileName = "staff.csv",
            CreatedBy = people["administrator"].Id,
            CreatedAt = app.Clock.Now,
        });
        var feedback = FeedbackForm.Usual(day.Id);
        feedback.Until = stage == DayStage.Closed ? app.Clock.Now.AddDays(3) : null;
        await world.Add(feedback);
        var call = new WorkshopCall { DayId = day.Id, Brief = "Workshops that help." };
        call.Topics.Add(new CallTopic { CallId = call.Id, Name = $"Topic {day.Name}" });
        call.Criteria.Add(new Criterion { CallId = call.Id, Name = "Useful soon" });
        await world.Add(call);
        var offer = await world.Offer(day, people["presenter"], stage >= DayStage.Review ? OfferState.Submitted : OfferState.Draft);
        var review = await world.Add(new Review { OfferId = offer.Id, ReviewerId = people["head"].Id, AssignedAt = app.Clock.Now });
        await world.Presenter(offer, people["teacher"], hasAccepted: false);
        var suggestion = await world.Add(new ProgrammeSuggestion { DayId = day.Id, Number = 1, StartedById = people["PD lead"].Id, StartedAt = app.Clock.Now });
        return new OneTrust
        {
            Things = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["organisation"] = trust,
                ["person"] = people["teacher"],
                ["post"] = await world.Post(people["teacher"], school, RoleGroup.Teacher),
                ["day"] = day,
                ["slot"] = day.Slots[0],
                ["room"] = day.Rooms[0],
                ["workshop"] = day.Workshops[0],
                ["session"] = session,
                ["invitee"] = invitee,
                ["topic"] = call.Topics[0],
                ["criterion"] = call.Criteria[0],
                ["offer"] = offer,
                ["review"] = review,
                ["swap"] = swap,
                ["run"] = run,
                ["suggestion"] = suggestion,
                ["job"] = job,
                ["import"] = import,
                ["file"] = await KeepAsync(app, people["PD lead"], "Code,Title\nW90,Phonics for all\n"),
            },
            Spare = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["organisation"] = hub,
                ["member"] = school,
                ["slot"] = await world.Slot(day, 900, 960),
                ["workshop"] = await world.Workshop(day),
            },
            Private =
            [
                day.Name, job.Title, offer.Title, former.FamilyName,
                .. people.Values.Select(person => person.FamilyName), .. day.Slots.Select(slot => slot.Name),
                .. day.Rooms.Select(room => room.Name), .. day.Workshops.Select(workshop => workshop.Title),
            ],
            People = people,
        };
    }

    /// <summary>A browser for each kind of person, and one that is not signed in.</summary>
    public async Task<IReadOnlyList<(string Kind, Visitor Visitor)>> VisitorsAsync(App app)
    {
        var visitors = new List<(string, Visitor)>();
        foreach (var (kind, person) in People)
            visitors.Add((kind, await app.SignInAs(person)));
        var keeper = await app.World.Person();
        await app.World.Account(keeper, runsInstallation: true);
        visitors.Add((Keeper, await app.SignInAs(keeper)));
        return [.. visitors, ("nobody", app.Anybody())];
    }

    /// <summary>What stands for one of its things, or for something else, in an address.</summary>
    public string Key(string name) =>
        Things.TryGetValue(name, out var thing) ? IdOf(thing).ToString()
        : Plain.TryGetValue(name, out var text) ? text
        : throw new ShouldAssertException($"Addresses have a new kind of part, '{name}': make one in {nameof(OneTrust)}.");

    public string SpareKey(string name) => Spare.TryGetValue(name, out var thing) ? IdOf(thing).ToString() : Key(name);

    public bool IsAbout(Address address) => address.Keys.Any(Things.ContainsKey);

    /// <summary>Whether an address names a part of one of its things, such as {day}/{room}.</summary>
    public bool HasPartsOf(Address address) => address.Keys.Count(Things.ContainsKey) > 1;

    /// <summary>Its things as they stand in the database.</summary>
    public Task<string> SnapshotAsync(App app) => app.Db(async db =>
    {
        var rows = new List<object?>();
        foreach (var thing in Things.Values)
        {
            var row = await db.FindAsync(thing.GetType(), IdOf(thing));
            rows.Add(row is null ? null : db.Entry(row).Properties.ToDictionary(property => property.Metadata.Name, property => property.CurrentValue, StringComparer.Ordinal));
        }
        return JsonSerializer.Serialize(rows);
    });

    private static async Task<StoredFile> KeepAsync(App app, Person by, string text)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(content, "file.csv", "text/csv", by.Id, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        return file;
    }

    private static Guid IdOf(object thing) => (Guid)thing.GetType().GetProperty("Id")!.GetValue(thing)!;
}
