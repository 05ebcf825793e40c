namespace Guildhall.Browser.Tests.WholeDay;

/// <summary>
/// Somebody who goes through the pages by the words on them: in a browser, or without one. A story is told once with it, and of those who
/// take part in it, whoever is looked at has the browser.
/// </summary>
/// <remarks>
/// Where several things on a page have the same words, "within" are words of the row, card or group of fields that is meant: the smallest
/// that has them. Links, buttons and rows may have more words than are given, fields have these.
/// </remarks>
internal interface IBrowsing
{
    Task SignInAsync(System.Net.Cookie cookie);

    Task OpenAsync(string path);

    /// <summary>Without words, the first link there is.</summary>
    Task FollowAsync(string link, string within = "");

    Task FillAsync(string field, string value, string within = "");

    Task ChooseAsync(string field, string option);

    /// <summary>Of boxes, one more; of round ones, the one.</summary>
    Task TickAsync(string box, string within = "");

    Task PressAsync(string button, string within = "");

    /// <summary>Presses a button that does its work without leaving the page, and waits for what it says then.</summary>
    Task PressHereAsync(string button, string says, string within = "");

    /// <summary>Waits on a page that shows how far a job is, and follows this link when it is there.</summary>
    Task FollowWhenDoneAsync(string link);

    Task ShouldSayAsync(string words);

    Task ShouldNotSayAsync(string words);

    Task<string> ReadAsync(string selector);

    /// <summary>The first bytes of the file behind a link.</summary>
    Task<byte[]> DownloadAsync(string link);

    Task<string> PathAsync();
}
