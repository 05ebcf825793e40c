using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Guildhall.Web.Tests.Features.TrainingDays.Choose;

/// <summary>Sends the page's form with another list than it holds, as its script does, or as somebody does who tampers with it.</summary>
internal static class WishForm
{
    public static string Path(Guid day) => $"/training-days/choose/{day}";

    /// <summary>The titles of the page's list, the first wish first.</summary>
    public static IReadOnlyList<string> Wishes(this Page page) => page.Texts(".wish .wish-title");

    public static Task<Page> SaveByScript(this Visitor browser, Page page, params IEnumerable<Guid> wishes) =>
        browser.Send(Request(page, wishes, "X-Autosave"));

    public static Task<Page> SaveWithoutScript(this Visitor browser, Page page, params IEnumerable<Guid> wishes) =>
        browser.Send(Request(page, wishes, header: null));

    /// <summary>Presses a button by its name and the workshop that it is for; it may stand outside the form and name it.</summary>
    public static Task<Page> Press(this Visitor browser, Page page, string name, Guid workshop)
    {
        var button = page.Document.QuerySelector<IHtmlButtonElement>($"button[name={name}][value='{workshop}']").ShouldNotBeNull();
        button.IsDisabled.ShouldBeFalse();
        (button.GetAttribute("form") ?? button.Closest("form")?.Id).ShouldBe("choices");
        var wishes = page.Document.QuerySelectorAll<IHtmlInputElement>("#choices input[name=Wish]").Select(field => Guid.Parse(field.Value));
        return browser.Send(Request(page, wishes, header: null, (name, workshop.ToString())));
    }

    private static HttpRequestMessage Request(Page page, IEnumerable<Guid> wishes, string? header, params (string Name, string Value)[] button)
    {
        var form = page.Document.GetElementById("choices")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(field => field.Name is "__RequestVerificationToken" or "Version")
            .Select(field => KeyValuePair.Create(field.Name!, field.Value))
            .Concat(wishes.Select(wish => KeyValuePair.Create("Wish", wish.ToString())))
            .Concat(button.Select(pressed => KeyValuePair.Create(pressed.Name, pressed.Value)));
        var request = new HttpRequestMessage(HttpMethod.Post, page.Path) { Content = new FormUrlEncodedContent(fields) };
        if (header is not null)
            request.Headers.Add(header, "1");
        return request;
    }
}
