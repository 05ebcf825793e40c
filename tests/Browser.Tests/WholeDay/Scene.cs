using Guildhall.Web.Features.Directory;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>
/// A trust with three schools, the people of the story and twelve colleagues, and one browser: that of the one who is looked at. The clock is
/// the story's.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    /// <summary>In winter, when UK time is UTC.</summary>
    public static readonly DateOnly Date = new(2027, 3, 5);

    public const string Name = "Trust training day";

    private readonly List<(IBrowsing Browsing, Person Person)> _signedIn = [];
    private readonly Visit _visit;
    private readonly Who _lookedAt;

    private Scene(App app, Visit visit, Who lookedAt) => (App, _visit, _lookedAt) = (app, visit, lookedAt);

    public App App { get; }

    public World World => App.World;

    public Organisation Trust { get; private set; } = null!;

    public Organisation School { get; private set; } = null!;

    public Organisation SchoolOfHead { get; private set; } = null!;

    public IReadOnlyList<Person> Colleagues { get; private set; } = [];

    public Person Reviewer { get; private set; } = null!;

    public Person OtherReviewer { get; private set; } = null!;

    public IBrowsing Lead { get; private set; } = null!;

    public IBrowsing Volunteer { get; private set; } = null!;

    public IBrowsing Speaker { get; private set; } = null!;

    public IBrowsing Reading { get; private set; } = null!;

    public IBrowsing OtherReading { get; private set; } = null!;

    public IBrowsing Assistant { get; private set; } = null!;

    public IBrowsing SiteManager { get; private set; } = null!;

    public IBrowsing Head { get; private set; } = null!;

    /// <summary>The day, once the PD lead has made it.</summary>
    public Guid Day { get; set; }

    public string Of(string page) => $"/training-days/{page}/{Day}";

    public static async Task<Scene> SetAsync(Who lookedAt, Device device, Engine engine)
    {
        var app = await App.StartAsync(engine, host => host.UseSetting("Guildhall:LookForGains", "00:00:01"), listens: true);
        var scene = new Scene(app, await Visit.BeginAsync(app.Address, device), lookedAt);
        await scene.PeopleAsync();
        return scene;
    }

    /// <summary>Lets time pass. Who was signed in signs in again.</summary>
    public async Task TurnClockAsync(DateOnly date, int hour, int minute)
    {
        App.Clock.SetForAll(date.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc));
        foreach (var (browsing, person) in _signedIn)
            await browsing.SignInAsync(await App.CookieOf(person));
    }

    /// <summary>Lets the clock take its steps now rather than within the next seconds.</summary>
    public async Task LetDayBeginAsync()
    {
        await (await App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(new JobKey("reach the deadlines of training days"));
        await App.Eventually(() => App.Db(db => db.TrainingDays.Where(day => day.Id == Day).Select(day => day.Stage).SingleAsync()), stage => stage == DayStage.OnTheDay);
    }

    /// <summary>The newest mail to an address, from where this begins to the end of the word.</summary>
    public async Task<string> InMailAsync(string to, string begin)
    {
        var text = await App.Db(db => db.OutgoingMails.Where(mail => mail.To == to).OrderByDescending(mail => mail.WrittenAt).ThenByDescending(mail => mail.Id)
            .Select(mail => mail.Text).FirstAsync());
        return text[text.IndexOf(begin, StringComparison.Ordinal)..].Split('\r', '\n', ' ')[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _visit.DisposeAsync();
        await App.DisposeAsync();
    }

    private async Task PeopleAsync()
    {
        Trust = await World.Trust("Becksides Trust");
        School = await World.School("Ashdown Primary", Trust);
        SchoolOfHead = await World.School("Cliff Lane Infants", Trust);
        var third = await World.School("Beckfoot High", Trust);
        Lead = await InAsync(Who.TrustPdLead, await World.Holder(Role.PdLead, Trust));
        Volunteer = await InAsync(Who.Volunteer, await World.Person(School, name: "Pat Brook"));
        Assistant = await InAsync(Who.TeachingAssistant, await World.Person(School, RoleGroup.TeachingAssistant, "Tess Ash"));
        SiteManager = await InAsync(Who.SiteManager, await World.Person(third, RoleGroup.SiteAndPremises, "Sid Moor"));
        Reviewer = await World.Person(third, name: "Rae Holt");
        Reading = await InAsync(Who.Reviewer, Reviewer);
        OtherReviewer = await World.Person(SchoolOfHead, name: "Ola Finch");
        OtherReading = await InAsync(null, OtherReviewer);
        Head = await InAsync(Who.Head, await World.Holder(Role.Leader, SchoolOfHead));
        Speaker = In(Who.SpeakerFromOutside);
        var colleagues = new List<Person>();
        foreach (var school in new[] { School, SchoolOfHead, third })
        {
            for (var number = 0; number < 4; number++)
                colleagues.Add(await World.Person(school));
        }
        Colleagues = colleagues;
    }

    private async Task<IBrowsing> InAsync(Who? who, Person person)
    {
        var browsing = In(who);
        await browsing.SignInAsync(await App.CookieOf(person));
        _signedIn.Add((browsing, person));
        return browsing;
    }

    private IBrowsing In(Who? who) => who == _lookedAt ? new InBrowser(_visit, $"day-{who}") : new WithoutBrowser(App.Anybody(), App.Address);
}
