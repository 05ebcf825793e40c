using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Guildhall.Web.Features.TrainingDays;
using Guildhall.Web.Features.TrainingDays.Offers;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

internal static partial class OfferForm
{
    public static string Path(string page, Offer offer) => $"/training-days/offers/{page}/{offer.Id}";

    public static string Path(string page, TrainingDay day) => $"/training-days/offers/{page}/{day.Id}";

    /// <summary>Sends the form as the script does while somebody types.</summary>
    public static Task<Page> SaveByScript(this Visitor visitor, Page page, params (string Name, object? Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("form").Single(form => form.QuerySelector(".autosave-state") is not null);
        foreach (var (name, value) in fields)
            FormFields.Fill(form, name, value);
        var submission = form.GetSubmission()!;
        var request = new HttpRequestMessage(HttpMethod.Post, (Uri)submission.Target) { Content = new StreamContent(submission.Body) };
        foreach (var (name, value) in submission.Headers)
            request.Content.Headers.TryAddWithoutValidation(name, value);
        request.Headers.Add("X-Autosave", "1");
        return visitor.Send(request);
    }

    public static Task<Offer> Read(this App app, Offer offer) => app.Db(db => db.Offers.AsNoTracking().Include(row => row.Presenters).SingleAsync(row => row.Id == offer.Id));

    /// <summary>The mails to an address, the newest last.</summary>
    public static Task<List<string>> Mails(this App app, string to) =>
        app.Db(db => db.OutgoingMails.Where(mail => mail.To == to).OrderBy(mail => mail.WrittenAt).ThenBy(mail => mail.Id).Select(mail => mail.Text).ToListAsync());

    /// <summary>The path of a speaker's link, as the newest mail has it.</summary>
    public static async Task<string> LinkTo(this App app, string to) => Link().Match((await app.Mails(to))[^1]).Value;

    public static Task<List<string>> Deeds(this App app, TrainingDay day) => app.Db(db => db.AuditEntries.Where(entry => entry.SubjectId == day.Id)
        .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => entry.Deed).ToListAsync());

    [GeneratedRegex(@"/training-days/offers/link/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
