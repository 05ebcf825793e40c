using System.Diagnostics;
using Guildhall.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Web.Tests.Platform.Mail;

public sealed class MailTests
{
    private const string Text = "Dear Zoë,\nyour day – “Reading for all” – is on 5 March.\n.\nhttps://guildhall.example/sign-in/link/abc?x=1\n";

    [Theory, BothEngines]
    public async Task Without_a_server_each_mail_becomes_a_file_that_can_be_read(Engine engine)
    {
        await using var app = await App.StartAsync(engine);
        await PutAsync(app, "zoe@school.example", "Your day: “Reading for all” – Häßler & Søn", name: "Zoë \"Zed\" O’Brien, Ms");
        // Nobody asks for it: the program does so by itself.
        var row = await App.Eventually(() => RowAsync(app, "zoe@school.example"), mail => mail.SentAt is not null);
        row.Attempts.ShouldBe(1);

        var file = Directory.GetFiles(Path.Combine(app.DataFolder, "mail")).ShouldHaveSingleItem();
        var raw = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        raw.ShouldContain("your day – “Reading for all” – is on 5 March.\r\n");
        raw.ShouldContain("https://guildhall.example/sign-in/link/abc?x=1\r\n");
        var mail = ReceivedMail.Parse("", raw);
        mail["subject"].ShouldBe("Your day: “Reading for all” – Häßler & Søn");
        mail["to"].ShouldContain("<zoe@school.example>");
        mail["to"].ShouldContain("O’Brien, Ms");
        mail["from"].ShouldBe("\"Guildhall\" <guildhall@localhost>");
        mail["message-id"].ShouldBe($"<{row.Id:N}@localhost>");
        mail["auto-submitted"].ShouldBe("auto-generated");
        mail["content-type"].ShouldBe("text/plain; charset=utf-8");
        mail["date"].ShouldNotBeEmpty();
    }

    [Theory, BothEngines]
    public async Task With_a_server_it_gets_each_mail_whole(Engine engine)
    {
        await using var server = new SmtpListener();
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await PutAsync(app, "zoe@school.example", "Your day: “Reading for all” – " + new string('ö', 120));
        await SendAsync(app);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("zoe@school.example");
        mail["subject"].ShouldBe("Your day: “Reading for all” – " + new string('ö', 120));
        mail["from"].ShouldBe("\"Becksides Trust\" <pd@becksides.example>");
        mail["message-id"].ShouldEndWith("@becksides.example>");
        mail.Text.ShouldBe(Text.ReplaceLineEndings("\r\n"));
        Directory.Exists(Path.Combine(app.DataFolder, "mail")).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task A_mail_that_is_refused_is_tried_again_later_and_then_goes_once(Engine engine)
    {
        await using var server = new SmtpListener { Refuse = _ => "451 Greylisted" };
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await PutAsync(app, "ana@school.example");
        await SendAsync(app);
        (await RowAsync(app, "ana@school.example")).Error.ShouldNotBeNull();

        server.Refuse = _ => null;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(app);
        server.Mails.ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(app);
        server.Mails.Count.ShouldBe(1);
        var sent = await RowAsync(app, "ana@school.example");
        sent.SentAt.ShouldBe(app.Clock.Now);
        sent.Attempts.ShouldBe(2);
        sent.Error.ShouldBeNull();

        app.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(app);
        server.Mails.Count.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_bad_address_holds_up_nobody(Engine engine)
    {
        await using var server = new SmtpListener { Refuse = to => to.StartsWith("gone", StringComparison.Ordinal) ? $"550 There is no {to} here" : null };
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        string[] bad = ["not an address", "", "a@b@c", "gone@school.example", "zoë@school.example"];
        foreach (var address in (string[])[.. bad, "ana@school.example", "ben@school.example"])
            await PutAsync(app, address);
        await SendAsync(app);

        server.Mails.Select(mail => mail.To).ShouldBe(["ana@school.example", "ben@school.example"], ignoreOrder: true);
        foreach (var address in bad)
        {
            var row = await RowAsync(app, address);
            row.SentAt.ShouldBeNull(address);
            row.Error.ShouldNotBeNullOrEmpty(address);
        }
        (await RowAsync(app, "gone@school.example")).Error!.ShouldContain("no gone@school.example here");
        var warnings = app.Warnings.Where(line => line.Contains(nameof(SendMails), StringComparison.Ordinal)).ToList();
        warnings.Count.ShouldBe(bad.Length);
        warnings.ShouldAllBe(line => !line.Contains("school.example"));
    }

    [Theory, BothEngines]
    public async Task After_ten_attempts_it_gives_up(Engine engine)
    {
        await using var server = new SmtpListener { Refuse = _ => "550 No" };
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        await PutAsync(app, "ana@school.example");
        for (var day = 0; day < 15; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await SendAsync(app);
        }
        server.Heard.Count(line => line.StartsWith("RCPT", StringComparison.Ordinal)).ShouldBe(OutgoingMail.MostAttempts);
        var row = await RowAsync(app, "ana@school.example");
        row.SentAt.ShouldBeNull();
        row.Attempts.ShouldBe(10);
        app.Warnings.Last().ShouldContain("given up");
    }

    [Theory, BothEngines]
    public async Task A_server_that_says_nothing_is_left_after_a_while_and_costs_the_others_no_attempt(Engine engine)
    {
        await using var server = new SmtpListener();
        await using var app = await App.StartAsync(engine, host =>
        {
            server.IsUsedBy(host);
            host.UseSetting("Mail:Timeout", "00:00:01");
        });
        app.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (at, word) in new[] { "", "EHLO", "DATA" }.Index())
        {
            server.SilentAt = word;
            await PutAsync(app, $"first{at}@school.example");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await PutAsync(app, $"second{at}@school.example");
            var begin = Stopwatch.GetTimestamp();
            await SendAsync(app).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Stopwatch.GetElapsedTime(begin).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
            (await RowAsync(app, $"first{at}@school.example")).Error!.ShouldContain("within 1 second");
            (await RowAsync(app, $"second{at}@school.example")).Attempts.ShouldBe(0);

            server.SilentAt = null;
            await SendAsync(app);
            server.Mails.ShouldContain(mail => mail.To == $"second{at}@school.example");
        }
        server.Mails.Count.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task A_server_that_offers_no_encryption_gets_neither_mail_nor_secret(Engine engine)
    {
        await using var server = new SmtpListener();
        await using var app = await App.StartAsync(engine, host =>
        {
            server.IsUsedBy(host);
            host.UseSetting("Mail:Encrypt", "true").UseSetting("Mail:User", "guildhall").UseSetting("Mail:Secret", "three blue herons");
        });
        app.Clock.Advance(TimeSpan.FromHours(1));
        await PutAsync(app, "ana@school.example");
        await SendAsync(app);
        server.Heard.Select(line => line.Split(' ')[0]).ShouldBeSubsetOf(["EHLO", "STARTTLS", "QUIT"]);
        (await RowAsync(app, "ana@school.example")).SentAt.ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task What_people_typed_adds_no_header_and_fits_its_column(Engine engine)
    {
        await using var server = new SmtpListener();
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await PutAsync(app, "ana@school.example", "A day\r\nBcc: everybody@school.example\r\n\r\n" + new string('x', 300), name: "Ana\r\nCc: them@school.example");
        await SendAsync(app);
        var mail = server.Mails.ShouldHaveSingleItem();
        mail.Headers["bcc"].ShouldBeEmpty();
        mail.Headers["cc"].ShouldBeEmpty();
        mail["subject"].Length.ShouldBe(OutgoingMail.SubjectLength);
        mail["subject"].ShouldStartWith("A day  Bcc: everybody@school.example");
        mail["subject"].ShouldEndWith("x…");
        server.Heard.Count(line => line.StartsWith("RCPT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Two_that_send_at_once_send_nothing_twice(Engine engine)
    {
        await using var server = new SmtpListener { Thinks = TimeSpan.FromMilliseconds(20) };
        await using var app = await App.StartAsync(engine, server.IsUsedBy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await ShouldSendOnceAsync(server, app, app);
    }

    [Fact]
    public async Task Two_nodes_on_one_database_send_nothing_twice()
    {
        await using var server = new SmtpListener { Thinks = TimeSpan.FromMilliseconds(20) };
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres);
        await using var one = await App.StartAsync(database, server.IsUsedBy);
        await using var other = await App.StartAsync(database, server.IsUsedBy);
        // Due for the program's own jobs as well.
        await ShouldSendOnceAsync(server, one, other);
    }

    private static async Task ShouldSendOnceAsync(SmtpListener server, App one, App other)
    {
        const int mails = 60;
        await one.Db(async db =>
        {
            for (var number = 0; number < mails; number++)
                Put(db, one, $"p{number}@school.example", "Hello", "Ana");
            return await db.SaveChangesAsync();
        });
        await Task.WhenAll(Task.Run(() => SendAsync(one)), Task.Run(() => SendAsync(other)), Task.Run(() => SendAsync(other)));
        await App.Eventually(() => one.Db(db => db.OutgoingMails.CountAsync(mail => mail.SentAt == null)), waiting => waiting == 0);
        server.Mails.Select(mail => mail.To).Distinct(StringComparer.Ordinal).Count().ShouldBe(mails);
        server.Mails.Count.ShouldBe(mails);
        (await one.Db(db => db.OutgoingMails.MaxAsync(mail => mail.Attempts))).ShouldBe(1);
    }

    private static Task<int> PutAsync(App app, string to, string subject = "Hello", string name = "Ana") => app.Db(db =>
    {
        Put(db, app, to, subject, name);
        return db.SaveChangesAsync();
    });

    private static void Put(Web.Platform.Database.AppDb db, App app, string to, string subject, string name) =>
        new Outbox(db, app.Clock).Put(to, name, subject, Text);

    /// <summary>What the program does every few seconds, at the test's own time.</summary>
    private static Task SendAsync(App app) =>
        ActivatorUtilities.CreateInstance<SendMails>(app.Services).Execute(null!, TestContext.Current.CancellationToken).AsTask();

    private static Task<OutgoingMail> RowAsync(App app, string to) => app.Db(db => db.OutgoingMails.AsNoTracking().SingleAsync(mail => mail.To == to));
}
