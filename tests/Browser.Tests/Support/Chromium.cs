namespace Guildhall.Browser.Tests.Support;

/// <summary>The machine's own Chromium, started once. Nothing is downloaded: the driver comes with its package.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> BrowserAsync() => Started.Value;

    public static async Task StopAsync()
    {
        if (Started.IsValueCreated)
            await (await Started.Value).CloseAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        // What is waited for comes; how soon, on a machine that does other things as well, is not asked here.
        Assertions.SetDefaultExpectTimeout(20_000);
        return await (await Playwright.CreateAsync()).Chromium.LaunchAsync(Options);
    }

    private static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("GUILDHALL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };
}
