using System.Collections.Concurrent;

namespace Guildhall.Browser.Tests.Support;

/// <summary>Somebody's browser with one page open.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly Device _device;

    private Visit(IPage page, Device device, Uri address)
    {
        Page = page;
        Address = address;
        _device = device;
        page.PageError += (_, fault) => _faults.Enqueue(fault);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
                _faults.Enqueue(line.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Of the program that is visited.</summary>
    public Uri Address { get; }

    /// <summary>Opens a browser.</summary>
    public static async Task<Visit> BeginAsync(Uri address, Device device)
    {
        var options = device.Options();
        options.BaseURL = address.ToString();
        return new Visit(await (await (await Chromium.BrowserAsync()).NewContextAsync(options)).NewPageAsync(), device, address);
    }

    /// <summary>Signs in with the demo's button for somebody of this description, such as "Hub lead".</summary>
    public async Task SignInAsync(string description)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("button[name=email]", new() { HasText = description }).First.ClickAsync();
        await Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Signs in as anybody of the demo, for whom there is no button.</summary>
    public async Task SignInAsAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        var form = Page.APIRequest.CreateFormData();
        form.Set("email", $"{string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetter(letter) ? letter : '.'))}@two-rivers.example");
        form.Set("__RequestVerificationToken", await Page.Locator("form[action*='handler=Demo'] input[name=__RequestVerificationToken]").GetAttributeAsync("value") ?? "");
        (await Page.APIRequest.PostAsync("/sign-in?handler=Demo", new() { Form = form })).Ok.ShouldBeTrue(name);
        await Page.GotoAsync("/");
    }

    /// <summary>
    /// Everybody can use the page as it is now: axe finds nothing, nothing is wider than the screen, no script failed and the browser
    /// refused nothing. Where GUILDHALL_TEST_PICTURES is set, a picture of it is kept in artifacts/screenshots.
    /// </summary>
    public async Task ShouldBeSound(string name)
    {
        await Page.WaitForLoadStateAsync();
        if (Environment.GetEnvironmentVariable("GUILDHALL_TEST_PICTURES") is not null)
            await KeepAsync(name);
        _faults.ShouldBeEmpty();
        // Axe needs scripts to run in the page; the same page is looked at with them.
        if (_device == Device.PhoneWithoutScript)
            return;
        await Page.ShouldBeAccessible();
        (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, "wider than the screen");
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    private Task<byte[]> KeepAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Guildhall.Web.Tests.Support.Repository.Root, "artifacts", "screenshots", $"{name}-{_device}.png".ToLowerInvariant()),
        FullPage = true,
        Scale = ScreenshotScale.Css,
    });
}
