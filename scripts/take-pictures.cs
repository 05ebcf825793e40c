// Takes the pictures of docs/guide from the demo as it is now, at each of its stages, in the machine's own Chromium.
// Usage, after a build: dotnet run scripts/take-pictures.cs [-- NAME]      NAME: only pictures whose name contains it
#:package Microsoft.Playwright
#:property PublishAot=false
#:property NoWarn=MA0004
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

const int Phone = 390;
const int Desktop = 1280;

// Who sees what: the demo's stage, the words on the sign-in button, then pages and links to follow until the picture is taken.
(string Name, string Stage, string Who, int Width, string[] Way)[] pictures =
[
    ("lead-day", "collecting", "Trust PD lead", Desktop, ["/training-days/day/{day}"]),
    ("lead-call", "call", "Trust PD lead", Desktop, ["/training-days/offers/{day}"]),
    ("lead-board", "collecting", "Trust PD lead", Desktop, ["/training-days/programme/board/{day}"]),
    ("lead-attendance", "today", "Trust PD lead", Desktop, ["/training-days/attendance/{day}"]),
    ("lead-report", "closed", "Trust PD lead", Desktop, ["/training-days/report/{day}"]),
    ("presenter-offer", "call", "Presenter of a workshop", Phone, ["/training-days/offers/mine", "main a[href*='/offers/show/']", "main a[href*='/offers/edit/']"]),
    ("presenter-register", "today", "Presenter of a workshop", Phone, ["/training-days/my-day/{day}", "main a[href*='/attendance/register/']"]),
    ("presenter-results", "closed", "Presenter of a workshop", Desktop, ["/training-days/feedback/presented", "main a[href*='/feedback/results/']"]),
    ("speaker-offer", "call", "Speaker from outside", Phone, ["main a[href*='/offers/edit/']"]),
    ("speaker-day", "published", "Speaker from outside", Phone, []),
    ("reviewer-list", "review", "Head of a school", Phone, ["/training-days/reviews/mine"]),
    ("reviewer-read", "review", "Head of a school", Desktop, ["/training-days/reviews/mine", "main a[href*='/reviews/read/']"]),
    ("lead-decisions", "review", "Trust PD lead", Desktop, ["/training-days/reviews/{day}"]),
    ("assistant-choose", "collecting", "Teaching assistant", Phone, ["/training-days/choose/{day}"]),
    ("assistant-my-day", "published", "Teaching assistant", Phone, ["/training-days/my-day/{day}"]),
    ("assistant-check-in", "today", "Teaching assistant", Phone, ["/check-in"]),
    ("site-change", "published", "Site staff", Phone, ["/training-days/my-day/{day}", "main a[href*='/changes/slot/']"]),
    ("site-cannot-come", "published", "Site staff", Phone, ["/training-days/changes/cannot-come/{day}"]),
    ("site-certificate", "closed", "Site staff", Phone, ["/training-days/my-day/{day}"]),
    ("head-suggestions", "collecting", "School PD lead", Desktop, ["/training-days/choose/suggestions/{day}"]),
    ("head-school", "collecting", "Head of a school", Phone, ["/training-days/who-has-not-chosen/{day}"]),
    ("head-report", "closed", "Head of a school", Desktop, ["/training-days/report/{day}"]),
];

var root = Environment.CurrentDirectory;
while (!File.Exists(Path.Combine(root, "Guildhall.slnx")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run this within the repository.");
var wanted = args.Length > 0 ? args[0] : "";
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("GUILDHALL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
foreach (var stage in pictures.Where(picture => picture.Name.Contains(wanted, StringComparison.Ordinal)).GroupBy(picture => picture.Stage, StringComparer.Ordinal))
{
    var folder = Directory.CreateTempSubdirectory("guildhall-pictures-").FullName;
    using var app = Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(root, "artifacts/bin/Web/release/Guildhall.Web.dll"), "--urls", "http://127.0.0.1:0", "--data", folder, "--demo", stage.Key])
    {
        WorkingDirectory = Path.Combine(root, "src/Web"),
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
    try
    {
        var address = await AddressAsync(app);
        foreach (var picture in stage)
            await TakeAsync(address, picture.Name, picture.Who, picture.Width, picture.Way);
    }
    finally
    {
        app.Kill();
        await app.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }
}

async Task TakeAsync(string address, string name, string who, int width, string[] way)
{
    var height = width == Phone ? 844 : 900;
    await using var context = await browser.NewContextAsync(new() { BaseURL = address, Locale = "en-GB", ViewportSize = new() { Width = width, Height = height } });
    var page = await context.NewPageAsync();
    await page.GotoAsync("/sign-in");
    await page.Locator("main").GetByText(who).First.ClickAsync();
    await page.WaitForURLAsync(where => !where.Contains("/sign-in", StringComparison.Ordinal));
    foreach (var step in way)
    {
        if (step.StartsWith('/'))
            await page.GotoAsync(step.Contains("{day}", StringComparison.Ordinal) ? step.Replace("{day}", await DayAsync(page), StringComparison.Ordinal) : step);
        else
            await page.GotoAsync((await page.Locator(step).First.GetAttributeAsync("href"))!);
    }
    await page.ScreenshotAsync(new() { Path = Path.Combine(root, "docs/guide/pictures", $"{name}.png"), Scale = ScreenshotScale.Css });
    Console.WriteLine($"{name}: {await page.TitleAsync()}");
}

// The key of the demo's day, from a link of a page that everybody has.
async Task<string> DayAsync(IPage page)
{
    foreach (var start in new[] { "/training-days", "/" })
    {
        await page.GotoAsync(start);
        if (Regex.Match(await page.ContentAsync(), "/training-days/([a-z-]+/)+(?<day>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found)
            return found.Groups["day"].Value;
    }
    throw new InvalidOperationException("No page links to the day.");
}

static async Task<string> AddressAsync(Process app)
{
    var log = "";
    while (await app.StandardOutput.ReadLineAsync() is { } line)
    {
        log += line + "\n";
        if (Regex.Match(line, "Guildhall is ready: (?<address>http://[^ ]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found)
        {
            // What it goes on to say must go somewhere, or it would wait.
            _ = app.StandardOutput.ReadToEndAsync();
            return found.Groups["address"].Value.TrimEnd('/');
        }
    }
    throw new InvalidOperationException($"The application did not start:\n{log}");
}
