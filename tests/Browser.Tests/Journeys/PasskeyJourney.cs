namespace Guildhall.Browser.Tests.Journeys;

/// <summary>Somebody's way to a passkey and back, with a device that Chromium makes up (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/).</summary>
public sealed class PasskeyJourney
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_and_is_removed()
    {
        const Device device = Device.Desktop;
        await using var demo = await Demo.StartAsync("collecting");
        // A passkey belongs to a name, never to a number.
        await using var visit = await demo.VisitAsync(device, "localhost");
        var page = visit.Page;
        var devices = await DeviceWithPasskeysAsync(page);
        await visit.SignInAsync("Teacher: chooses workshops");
        var name = await page.Locator(".person-menu p").TextContentAsync();

        await page.GotoAsync("/account");
        await visit.ShouldBeSound("account");
        await page.GetByLabel("What to call it").FillAsync("My own phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice")).ToHaveTextAsync("The passkey is added. From now on it signs you in.");
        await Assertions.Expect(page.Locator("main .list-group-item")).ToHaveCountAsync(1);
        await visit.ShouldBeSound("account-passkey");
        // The sign-in page offers passkeys by itself, and this device would accept before anybody presses anything.
        await AnswersAsync(devices, isAtOnce: false);
        await SignOutAsync(page);

        await visit.ShouldBeSound("sign-in-passkey");
        await AnswersAsync(devices, isAtOnce: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        (await page.Locator(".person-menu p").TextContentAsync()).ShouldBe(name);

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rename or remove My own phone" }).ClickAsync();
        await visit.ShouldBeSound("passkey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .notice")).ToContainTextAsync("no longer signs you in");
        await Assertions.Expect(page.Locator("main .list-group-item")).ToHaveCountAsync(0);
        await AnswersAsync(devices, isAtOnce: false);
        await SignOutAsync(page);

        // The device still offers it, and it opens nothing any more.
        ((await devices.SendAsync("WebAuthn.getCredentials", Of("authenticatorId", _authenticator)))!.Value.GetProperty("credentials").GetArrayLength()).ShouldBe(1);
        await AnswersAsync(devices, isAtOnce: true);
        await page.GotoAsync("/sign-in");
        await page.WaitForURLAsync(address => address.Contains("handler=Passkey", StringComparison.Ordinal));
        await AnswersAsync(devices, isAtOnce: false);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("passkey");
        await visit.ShouldBeSound("sign-in-passkey-refused");
        await page.GotoAsync("/account");
        page.Url.ShouldContain("/sign-in");
    }

    private string _authenticator = "";

    /// <summary>A device that is unlocked whenever it is asked.</summary>
    private async Task<ICDPSession> DeviceWithPasskeysAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var made = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", Of("options", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        }));
        _authenticator = made!.Value.GetProperty("authenticatorId").GetString()!;
        return devices;
    }

    private async Task AnswersAsync(ICDPSession devices, bool isAtOnce)
    {
        var which = Of("authenticatorId", _authenticator);
        which["enabled"] = isAtOnce;
        await devices.SendAsync("WebAuthn.setAutomaticPresenceSimulation", which);
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.Locator(".person-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/sign-in", StringComparison.Ordinal));
    }

    private static Dictionary<string, object> Of(string name, object value) => new(StringComparer.Ordinal) { [name] = value };
}
