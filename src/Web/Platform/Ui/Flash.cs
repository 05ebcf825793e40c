using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Guildhall.Web.Platform.Ui;

/// <summary>A sentence about what was just done, shown once at the top of the next page.</summary>
public sealed record Flash(string Words, Kind Kind)
{
    internal const string Key = "flash";

    /// <summary>Those waiting; they are not shown again.</summary>
    internal static IReadOnlyList<Flash> Take(ITempDataDictionary kept) =>
        kept[Key] is string json ? JsonSerializer.Deserialize<List<Flash>>(json) ?? [] : [];
}

public static class FlashPages
{
    /// <summary><c>this.Flash("Your choices are saved.")</c>, before a redirect.</summary>
    public static void Flash(this PageModel page, string words, Kind kind = Kind.Success)
    {
        var waiting = page.TempData.Peek(Ui.Flash.Key) is string json ? JsonSerializer.Deserialize<List<Flash>>(json) ?? [] : [];
        waiting.Add(new Flash(words, kind));
        page.TempData[Ui.Flash.Key] = JsonSerializer.Serialize(waiting);
    }
}
