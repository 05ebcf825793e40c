using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace Guildhall.Web.Tests.Platform.SignIn.Provider;

/// <summary>A real OpenID Connect provider beside the application, and the way through it that a browser takes.</summary>
internal sealed class TestProvider : IDisposable
{
    private readonly Process _process;

    private TestProvider(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static TestProvider Start(params string[] more)
    {
        var script = Path.Combine(Repository.Root, "tests", "Web.Tests", "Platform", "SignIn", "Provider", "provider.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, "http://localhost/sign-in/provider/callback", .. more])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        return new TestProvider(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The provider did not start; it says why above."));
    }

    public void IsUsedBy(IWebHostBuilder host) => host
        .UseSetting("SignIn:OpenIdConnect:Authority", Address)
        .UseSetting("SignIn:OpenIdConnect:ClientId", "guildhall")
        .UseSetting("SignIn:OpenIdConnect:ClientSecret", "a secret between the two of them")
        .UseSetting("SignIn:OpenIdConnect:Name", "Three Becks");

    /// <summary>Goes there and comes back signed in as this person, or refused.</summary>
    /// <returns>The address to which the provider sends the browser back.</returns>
    public async Task<string> SignInAsync(Visitor visitor, string who, string? email = null, bool isVerified = true, bool refuses = false)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        (await http.GetAsync($"{Address}/next?sub={who}&email={Uri.EscapeDataString(email ?? "")}&verified={(isVerified ? "true" : "false")}{(refuses ? "&refuses=yes" : "")}"))
            .EnsureSuccessStatusCode();
        // The test's browser stays in the application; where it was sent is where another one goes on.
        var at = new Uri(new Uri(Address), (await visitor.Get("/sign-in/provider?next=%2Faccount")).Path);
        while (at.Host != "localhost")
        {
            using var answer = await http.GetAsync(at);
            at = new Uri(at, answer.Headers.Location ?? throw new ShouldAssertException(await answer.Content.ReadAsStringAsync()));
        }
        return at.PathAndQuery;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
