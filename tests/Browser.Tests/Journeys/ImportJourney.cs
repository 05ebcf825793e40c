using System.Text;

namespace Guildhall.Browser.Tests.Journeys;

/// <summary>An administrator sends a staff file with mistakes, corrects it and sends it again.</summary>
public sealed class ImportJourney
{
    private const string Header = "Staff number,First name,Last name,Email,School,Role,Job title\n";

    [Theory, InlineData(Device.PhoneWithoutScript), InlineData(Device.Desktop)]
    public async Task Every_bad_cell_is_shown_and_the_corrected_file_goes_in(Device device)
    {
        await using var demo = await Demo.StartAsync("collecting");
        await using var visit = await demo.VisitAsync(device);
        var page = visit.Page;
        await visit.SignInAsync("Administrator");
        await page.GotoAsync("/directory?find=Kingsmead");
        await visit.ShouldBeSound("directory");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Kingsmead Primary" }).First.ClickAsync();
        await visit.ShouldBeSound("organisation");
        await page.GotoAsync(page.Url.Replace("/organisation/", "/import/", StringComparison.Ordinal));
        await visit.ShouldBeSound("import");

        await SendAsync(page, Header + "X1,Ola,,ola@kingsmead.example,Kingsmead Primary,Teacher,Class teacher\nX2,Rob,Tarn,not an address,Kingsmead Primary,Teacher,Class teacher\n");
        await UntilCheckedAsync(page, device);
        await visit.ShouldBeSound("import-errors");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("To be corrected");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Import: all of it or nothing" }).CountAsync()).ShouldBe(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose another file" }).ClickAsync();
        await SendAsync(page, Header + "X1,Ola,Nowak,ola@kingsmead.example,Kingsmead Primary,Teacher,Class teacher\nX2,Rob,Tarn,rob@kingsmead.example,Kingsmead Primary,Teacher,Class teacher\n");
        await UntilCheckedAsync(page, device);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 new people");
        await visit.ShouldBeSound("import-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import: all of it or nothing" }).ClickAsync();
        await UntilCheckedAsync(page, device);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Carried out");
    }

    /// <summary>Some of the people only, so that the demo's own stay.</summary>
    private static async Task SendAsync(IPage page, string text)
    {
        await page.GetByLabel("File of people").SetInputFilesAsync(new FilePayload { Name = "staff.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByLabel("This file holds only some of the people").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/columns/", StringComparison.Ordinal)
            || address.Contains("/preview/", StringComparison.Ordinal) || address.Contains("/jobs/", StringComparison.Ordinal));
        // The columns are understood by themselves; where the page asks all the same, what it proposes is right.
        if (page.Url.Contains("/columns/", StringComparison.Ordinal))
            await page.Locator("main form button[type=submit]").Last.ClickAsync();
    }

    /// <summary>Wherever the file is being worked on, until the page says what came of it.</summary>
    private static async Task UntilCheckedAsync(IPage page, Device device)
    {
        for (var second = 0; second < 60; second++)
        {
            if (page.Url.Contains("/import/preview/", StringComparison.Ordinal) && await page.Locator("main li").CountAsync() > 0)
                return;
            if (await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).CountAsync() > 0)
                await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).ClickAsync();
            else if (device == Device.PhoneWithoutScript || page.Url.Contains("/import/preview/", StringComparison.Ordinal))
                await page.ReloadAsync();
            await Task.Delay(500);
        }
        throw new ShouldAssertException($"The file was not worked on within half a minute: {page.Url}");
    }
}
