using System.Net;

namespace Guildhall.Web.Tests.Support;

/// <summary>Somebody's browser: it keeps its cookies and follows redirects.</summary>
public sealed class Visitor(HttpClient http, CookieContainer cookies)
{
    public HttpClient Http => http;

    public CookieContainer Cookies => cookies;

    public Task<Page> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts without having opened a page, as no browser would.</summary>
    public Task<Page> Post(string path, params (string Name, string Value)[] fields) => Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    public async Task<Page> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return await Page.ReadAsync(this, response);
        }
    }
}
