using System.Net;
using System.Text;

namespace Guildhall.Web.Tests;

/// <summary>The tests' own tools do what they say.</summary>
public sealed class SupportTests
{
    private const string Form = """
        <form action="/rooms?x=1" method="post">
            <input name="Input.Name"><textarea name="Note">as it was</textarea>
            <input type="checkbox" name="Away" value="a"><input type="checkbox" name="Away" value="b" checked>
            <input type="checkbox" name="Open" value="true" checked><input type="hidden" name="Open" value="false">
            <select name="Stage"><option value="1">One<option value="2" selected>Two</select>
            <input type="hidden" name="__RequestVerificationToken" value="t0ken">
            <button name="act" value="save">Save</button><button name="act" value="drop">Delete</button><button type="button">Nothing</button>
        </form>
        <form id="other" method="post" enctype="multipart/form-data" action="/files"><input type="file" name="File"><button>Send</button></form>
        """;

    [Theory, BothEngines]
    public async Task The_queries_of_a_page_are_counted(App app)
    {
        var visitor = await app.SignInAs(await app.World.Person());
        var queries = await app.QueriesOf(() => visitor.Get("/"));
        queries.ShouldContain(query => query.Contains("RoleGrants", StringComparison.Ordinal));
        (await app.QueriesOf(() => visitor.Get("/"))).Count.ShouldBe(queries.Count);
    }

    [Fact]
    public async Task A_clock_that_a_test_sets_is_set_for_it_alone()
    {
        var clock = new FakeClock();
        await Task.Run(() => clock.Advance(TimeSpan.FromDays(1)));
        clock.Now.ShouldBe(FakeClock.Start);
        clock.Advance(TimeSpan.FromDays(1));
        (await Task.Run(() => clock.Now)).ShouldBe(FakeClock.Start.AddDays(1));
    }

    [Fact]
    public void Codes_differ() => Enumerable.Range(0, 30_000).Select(_ => World.Code()).Distinct(StringComparer.Ordinal).Count().ShouldBe(30_000);

    [Fact]
    public async Task A_form_goes_out_as_a_browser_sends_it()
    {
        var sent = await (await OpenAsync()).Press("Delete", ("Input.Name", "Hall & stage"), ("Away", new[] { "a" }), ("Open", false), ("Stage", 1));
        sent.Path.ShouldBe("/rooms?x=1");
        sent.Text().ShouldBe(
            "POST Input.Name=Hall+%26+stage&Note=as+it+was&Away=a&Open=false&Stage=1&__RequestVerificationToken=t0ken&act=drop");
    }

    [Fact]
    public async Task Without_a_button_named_the_first_one_sends_the_form() =>
        (await (await OpenAsync()).Submit("form:not(#other)")).Text().ShouldBe(
            "POST Input.Name=&Note=as+it+was&Away=b&Open=true&Open=false&Stage=2&__RequestVerificationToken=t0ken&act=save");

    [Fact]
    public async Task A_file_goes_out_with_its_name_and_content()
    {
        var sent = await (await OpenAsync()).Submit("#other", ("File", new UploadedFile("staff.csv", "name\nZoë")));
        sent.Text().ShouldContain("name=\"File\"; filename=\"staff.csv\" Content-Type: text/csv name Zoë");
    }

    [Theory]
    [InlineData("Nowhere", "x")]
    [InlineData("Stage", "3")]
    [InlineData("Away", "c")]
    [InlineData("__RequestVerificationToken", "x")]
    public async Task What_nobody_could_type_fails_the_test(string name, string value)
    {
        var page = await OpenAsync();
        await Should.ThrowAsync<ShouldAssertException>(() => page.Submit("form:not(#other)", (name, value)));
    }

    private static Task<Page> OpenAsync() =>
        new Visitor(new HttpClient(new Echo()) { BaseAddress = new Uri("http://localhost") }, new CookieContainer()).Get("/rooms");

    /// <summary>Answers with the form, and to a sent form with what was sent.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new()
            {
                RequestMessage = request,
                Content = new StringContent(
                    request.Content is { } content
                        ? $"<body>{request.Method} {await content.ReadAsStringAsync(cancellationToken)}".Replace("&", "&amp;", StringComparison.Ordinal)
                        : Form,
                    Encoding.UTF8, "text/html"),
            };
    }
}
