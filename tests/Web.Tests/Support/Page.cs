using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Guildhall.Web.Tests.Support;

/// <summary>What came back: the page as a browser reads it.</summary>
public sealed partial class Page
{
    private readonly Visitor _visitor;

    private Page(Visitor visitor, HttpResponseMessage response, byte[] content, IHtmlDocument document)
    {
        _visitor = visitor;
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Bytes = content;
        Document = document;
    }

    public HttpStatusCode Status { get; }

    /// <summary>Where the redirects led.</summary>
    public string Path { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>What was sent, for files.</summary>
    public byte[] Bytes { get; }

    public string Html => System.Text.Encoding.UTF8.GetString(Bytes);

    public IHtmlDocument Document { get; }

    public string Title => Document.Title ?? "";

    public string Heading => Text("h1");

    /// <summary>What the last deed is answered with, on the page that follows it.</summary>
    public string Flash => string.Join(' ', Texts("main .notice[role=status], main .notice[role=alert]"));

    /// <summary>What is wrong with a form: the links of its summary, which name each fault once.</summary>
    public IReadOnlyList<string> Errors => Texts(".error-summary li");

    /// <summary>The words of everything that fits, in the page's order, white space as it is shown.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(Words)];

    /// <summary>The words of the only thing that fits.</summary>
    public string Text(string selector = "body") => Words(One(selector));

    /// <summary>A table's rows without its head: the words of each cell.</summary>
    public IReadOnlyList<string[]> Table(string selector = "table") =>
        [.. One(selector).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Words).ToArray())];

    /// <summary>Follows the only link that has these words.</summary>
    public Task<Page> Follow(string words)
    {
        var links = Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(link => Words(link) == words).DistinctBy(link => link.Href).ToList();
        links.Count.ShouldBe(1, $"links called '{words}' on {Path}");
        return _visitor.Get(links[0].Href);
    }

    /// <summary>Fills in a form and sends it as a browser would, with its hidden fields and by its first button.</summary>
    /// <param name="form">A selector that one form fits.</param>
    /// <param name="fields">
    /// What is typed: text, numbers, true or false for a box to tick, a list for boxes or options of one name, an <see cref="UploadedFile"/>.
    /// </param>
    public Task<Page> Submit(string form, params (string Name, object? Value)[] fields) => Send((IHtmlFormElement)One(form), button: null, fields);

    /// <summary>Presses the only button that has these words, and so sends its form.</summary>
    public Task<Page> Press(string button, params (string Name, object? Value)[] fields)
    {
        var buttons = Document.QuerySelectorAll<IHtmlButtonElement>("form button, button[form]").Where(element => Words(element) == button).ToList();
        buttons.Count.ShouldBe(1, $"buttons called '{button}' on {Path}; there are: {string.Join(", ", Texts("button"))}");
        return Send(buttons[0].Form!, buttons[0], fields);
    }

    /// <summary>Presses a button, with the form that it belongs to as it stands.</summary>
    public Task<Page> Press(IHtmlButtonElement button) => Send(button.Form!, button, []);

    internal static async Task<Page> ReadAsync(Visitor visitor, HttpResponseMessage response)
    {
        var content = await response.Content.ReadAsByteArrayAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        var document = await BrowsingContext.New().OpenAsync(answer => answer
            .Address(response.RequestMessage!.RequestUri!)
            .Content(isHtml ? System.Text.Encoding.UTF8.GetString(content) : ""));
        return new Page(visitor, response, content, (IHtmlDocument)document);
    }

    private Task<Page> Send(IHtmlFormElement form, IHtmlElement? button, (string Name, object? Value)[] fields)
    {
        foreach (var (name, value) in fields)
            FormFields.Fill(form, name, value);
        button ??= form.QuerySelector<IHtmlButtonElement>("button:not([type=button])");
        var submission = Submission(form, button);
        var request = new HttpRequestMessage(new System.Net.Http.HttpMethod(submission.Method.ToString().ToUpperInvariant()), (Uri)submission.Target);
        if (request.Method != System.Net.Http.HttpMethod.Get)
        {
            request.Content = new StreamContent(submission.Body);
            foreach (var (name, value) in submission.Headers)
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return _visitor.Send(request);
    }

    /// <summary>What a browser would send. The library leaves out what a button says that stands outside its form.</summary>
    private AngleSharp.Io.DocumentRequest Submission(IHtmlFormElement form, IHtmlElement? button)
    {
        if (button is not IHtmlButtonElement { Name.Length: > 0 } outside || form.Contains(outside))
            return (button is null ? form.GetSubmission() : form.GetSubmission(button))!;
        var field = Document.CreateElement("input");
        foreach (var (name, value) in new[] { ("type", "hidden"), ("name", outside.Name), ("value", outside.Value) })
            field.SetAttribute(name, value);
        form.AppendChild(field);
        var submission = form.GetSubmission(button)!;
        form.RemoveChild(field);
        return submission;
    }

    private IElement One(string selector)
    {
        var found = Document.QuerySelectorAll(selector);
        found.Length.ShouldBe(1, $"things that fit '{selector}' on {Path} ({Status})");
        return found[0];
    }

    private static string Words(IElement element) => WhiteSpace().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
