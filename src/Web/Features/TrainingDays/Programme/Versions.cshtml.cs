using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>What people were told of the programme, what has changed since, and whom that touches.</summary>
[Needs<OrganiseDay>]
public sealed class VersionsModel(AppDb db, ProgrammeTeller teller) : DayPage
{
    private const int MostShown = 50;

    public IReadOnlyList<Row> Versions { get; private set; } = [];

    public IReadOnlyList<SessionChange> Changes { get; private set; } = [];

    public IReadOnlyList<TouchedPerson> Touched { get; private set; } = [];

    [BindProperty, StringLength(ProgrammeVersion.NoteLength)]
    public string? Note { get; set; }

    /// <summary>How many changes the organiser saw: others may have been made since.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public bool CanTell => Day.IsOut && Day.Stage < DayStage.Closed && Changes.Count > 0;

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (!CanTell || !ModelState.IsValid)
            return Page();
        if (Seen != Changes.Count)
        {
            this.Flash("The programme has been changed since you opened the page. Look again, then tell people.", Kind.Warning);
            return LocalRedirect(To("programme/versions"));
        }
        var told = await teller.TellAsync(Day, Note?.Trim() ?? "", Changes, cancellation);
        this.Flash(told == 0 ? "Kept as the next version. It touches nobody." : $"{Count.People(told)} {(told == 1 ? "is" : "are")} told.");
        return LocalRedirect(To("programme/versions"));
    }

    /// <summary>The programme as it is, in the format that conference apps read.</summary>
    public async Task<IActionResult> OnGetScheduleAsync([FromServices] ProgrammeInputReader reader, [FromServices] PublicAddress address, CancellationToken cancellation)
    {
        var minutes = await db.Slots.Where(slot => slot.DayId == Day.Id).ToDictionaryAsync(slot => slot.Id, slot => slot.EndMinute - slot.StartMinute, cancellation);
        var texts = await db.Workshops.Where(workshop => workshop.DayId == Day.Id)
            .Select(workshop => new { workshop.Id, workshop.Code, workshop.Title, workshop.Summary, workshop.PresenterNames })
            .ToDictionaryAsync(row => row.Id, row => new ScheduleText(row.Code, row.Title, row.Summary, row.PresenterNames, minutes), cancellation);
        var version = await db.ProgrammeVersions.Where(row => row.DayId == Day.Id).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
        var content = ScheduleWriter.Write(Day, await reader.ReadAsync(Day.Id, cancellation), texts, version, new Uri(address.Of(To("day"))));
        return File(content, "application/json", $"schedule-{Day.Date:yyyy-MM-dd}.json");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Versions = await db.ProgrammeVersions.Where(version => version.DayId == Day.Id).OrderByDescending(version => version.Number).Take(MostShown)
            .Select(version => new Row(version.Number, version.Note, version.PublishedAt, version.PublishedBy!.GivenName + " " + version.PublishedBy.FamilyName)).ToListAsync(cancellation);
        if (await teller.LastAsync(Day.Id, cancellation) is not { } last)
            return;
        Changes = SessionChange.Between(last.Sessions, await teller.NowAsync(Day.Id, cancellation));
        if (Changes.Count > 0)
            Touched = await teller.TouchedAsync(Day, Changes, cancellation);
    }

    public sealed record Row(int Number, string Note, DateTime At, string By);
}
