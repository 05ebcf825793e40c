using System.Collections.Concurrent;
using System.Net;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Tests.Features.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Platform;

/// <summary>What every answer tells the browser, whatever it is an answer to.</summary>
public sealed class AnswerHeadTests
{
    private static readonly string[] NoScriptOfOthers =
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
    ];

    [Theory, BothEngines]
    public async Task Every_kind_of_answer_is_guarded(Engine engine)
    {
        // A page that cannot be made, because what it needs fails.
        await using var app = await App.StartAsync(engine, host => host.ConfigureTestServices(services =>
            services.AddScoped<AuditTrail>(_ => throw new InvalidOperationException("Planted."))));
        var trust = await app.World.Trust();
        var lead = await app.World.Holder(Role.PdLead, trust);
        var day = await app.World.Day(trust, DayStage.Choosing, workshops: 1, invitees: [lead]);
        var signedIn = await app.SignInAs(lead);
        var home = await signedIn.Get("/");
        var token = home.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = new Dictionary<string, (Page Page, HttpStatusCode Status)>(StringComparer.Ordinal)
        {
            ["a page"] = (await app.Anybody().Get("/sign-in"), HttpStatusCode.OK),
            ["one's own page"] = (home, HttpStatusCode.OK),
            ["a style sheet"] = (await app.Anybody().Get("/assets/guildhall.css"), HttpStatusCode.OK),
            ["no such page"] = (await app.Anybody().Get("/no/such/page"), HttpStatusCode.NotFound),
            ["no such file"] = (await app.Anybody().Get("/assets/none.css"), HttpStatusCode.NotFound),
            ["not one's own"] = (await signedIn.Get($"/training-days/day/{Guid.NewGuid()}"), HttpStatusCode.NotFound),
            ["a form of another site"] = (await app.Anybody().Post("/sign-in"), HttpStatusCode.BadRequest),
            ["a failure"] = (await signedIn.Get($"/training-days/rooms/edit/{day.Id}"), HttpStatusCode.InternalServerError),
            ["a failed post"] = (await signedIn.Post($"/training-days/rooms/edit/{day.Id}", ("__RequestVerificationToken", token)), HttpStatusCode.InternalServerError),
            ["health"] = (await app.Anybody().Get("/health/ready"), HttpStatusCode.OK),
            ["a wrong method"] = (await app.Anybody().Send(new HttpRequestMessage(HttpMethod.Delete, "/theme")), HttpStatusCode.NotFound),
        };
        foreach (var (kind, (page, status)) in answers)
        {
            page.Status.ShouldBe(status, kind);
            ShouldBeGuarded(page, kind);
            page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse(kind);
        }
    }

    [Theory, BothEngines]
    public async Task So_are_downloads_redirects_and_a_lost_update(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Holder(Role.PdLead, trust);
        var day = await app.World.Day(trust, DayStage.Draft);
        var room = await app.World.Room(day);
        var signedIn = await app.SignInAs(lead);
        var csv = await (await app.SignInAs(await app.World.Holder(Role.Administrator, trust))).Get($"/directory/import/{trust.Id}?handler=Example");
        csv.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
        csv.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        ShouldBeGuarded(csv, "a download");

        var form = await signedIn.Get($"/training-days/rooms/edit/{day.Id}/{room.Id}");
        var stale = await signedIn.Get($"/training-days/rooms/edit/{day.Id}/{room.Id}");
        await form.Press("Save", ("Input.Seats", 5));
        var lost = await stale.Press("Save", ("Input.Seats", 6));
        lost.Status.ShouldBe(HttpStatusCode.Conflict);
        ShouldBeGuarded(lost, "a lost update");

        using var http = Server(app).CreateClient();
        var redirect = await http.GetAsync("/account", TestContext.Current.CancellationToken);
        redirect.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        redirect.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
    }

    [Theory, BothEngines]
    public async Task Behind_https_the_browser_is_told_so_and_no_cookie_leaves_it_without(Engine engine)
    {
        var given = new GivenCookies();
        await using var app = await App.StartAsync(engine, host => host
            .UseSetting(PublicAddress.Setting, "https://pd.becksides.example")
            .ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(given)));
        var person = await app.World.Person();
        await app.World.Account(person);
        // As a proxy passes it on: by http, to be kept by a browser that speaks https.
        var cookies = new CookieContainer();
        var inner = new CookieContainerHandler(cookies) { InnerHandler = new PassedOnByHttp { InnerHandler = Server(app).CreateHandler() } };
        using var http = new HttpClient(new RedirectHandler { InnerHandler = inner }) { BaseAddress = new Uri("https://pd.becksides.example") };
        var browser = new Visitor(http, cookies);

        var home = await SignInTests.SignIn(browser, person.Email!, World.Passphrase);
        home.Path.ShouldBe("/");
        home.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        await home.Submit("form[action='/theme']");
        var account = await browser.Get("/account");
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/account?handler=PasskeyOptions")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", account.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        });
        await account.Press("Sign out on every device");

        var perCookie = given.Lines.Where(line => !line.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).ToLookup(line => line.Split('=')[0], StringComparer.Ordinal);
        perCookie.Select(lines => lines.Key).ShouldBe(
            ["guildhall-form", "guildhall", "theme", "Identity.TwoFactorUserId", ".AspNetCore.Mvc.CookieTempDataProvider"], ignoreOrder: true);
        foreach (var line in perCookie.SelectMany(lines => lines).Select(line => line.ToLowerInvariant()))
        {
            line.ShouldContain("; secure");
            line.ShouldContain("; httponly");
            line.ShouldMatch("; samesite=(lax|strict)");
            line.ShouldNotContain("; domain=");
        }
        perCookie["guildhall-form"].ShouldAllBe(line => line.Contains("samesite=strict"));
    }

    private static TestServer Server(App app) => (TestServer)app.Services.GetRequiredService<IServer>();

    private static void ShouldBeGuarded(Page page, string kind)
    {
        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem(kind);
        policy.Split(';', StringSplitOptions.TrimEntries).ShouldBeSubsetOf([.. NoScriptOfOthers, "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'"], kind);
        NoScriptOfOthers.ShouldBeSubsetOf(policy.Split(';', StringSplitOptions.TrimEntries), kind);
        policy.ShouldNotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], kind);
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], kind);
        page.Headers.Contains("Server").ShouldBeFalse(kind);
        page.Headers.Contains("X-Powered-By").ShouldBeFalse(kind);
    }

    private sealed class PassedOnByHttp : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.RequestUri = new UriBuilder(asked) { Scheme = "http", Port = 80 }.Uri;
            var answer = await base.SendAsync(request, cancellationToken);
            request.RequestUri = asked;
            return answer;
        }
    }

    /// <summary>Notes every cookie that is set, also on answers that only lead on.</summary>
    private sealed class GivenCookies : IStartupFilter
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                await rest(context);
                foreach (var line in context.Response.Headers.SetCookie)
                    Lines.Enqueue(line!);
            });
            next(app);
        };
    }
}
