using System.Globalization;
using Guildhall.Tables;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>Choices from a file: a row for each person. The rules are those of a choice made on the page, but for the deadline.</summary>
internal sealed class ChoicesFile
{
    private static readonly WantedField[] Fields =
    [
        new("person", "Person", "staff number", "staff_number", "email", "email address", "staff id") { IsRequired = true },
        .. Enumerable.Range(1, TrainingDay.MostWishes).Select(rank => new WantedField(
            string.Create(CultureInfo.InvariantCulture, $"choice_{rank}"), $"Choice {rank}", $"wish {rank}", $"preference {rank}")),
    ];

    private readonly FilePreview _preview;
    private readonly TrainingDay _day;
    private readonly ColumnMapping _columns;
    private readonly Dictionary<string, Workshop> _workshops;
    private readonly ILookup<string, Invitee> _people;
    private readonly Dictionary<Invitee, List<Workshop>> _wishes = [];

    private ChoicesFile(FilePreview preview, TrainingDay day, List<Invitee> invitees, List<Workshop> workshops)
    {
        (_preview, _day) = (preview, day);
        _columns = ColumnMapping.Propose(preview.Table.Header, Fields);
        _workshops = workshops.ToDictionary(workshop => workshop.Code, StringComparer.OrdinalIgnoreCase);
        _people = invitees.SelectMany(invitee => new[] { invitee.Person!.Email, invitee.Person.StaffNumber }
                .Where(name => !string.IsNullOrEmpty(name)).Select(name => (Name: name!, invitee)))
            .ToLookup(pair => pair.Name, pair => pair.invitee, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Understands the file and says in the preview what is wrong, or what will happen.</summary>
    public static async Task<ChoicesFile> ReadAsync(AppDb db, TrainingDay day, FilePreview preview, CancellationToken cancellation)
    {
        var file = new ChoicesFile(
            preview, day,
            await db.Invitees.Include(invitee => invitee.Person).Include(invitee => invitee.Choices).Where(invitee => invitee.DayId == day.Id).ToListAsync(cancellation),
            await db.Workshops.Include(workshop => workshop.Presenters).Where(workshop => workshop.DayId == day.Id).AsNoTracking().ToListAsync(cancellation));
        if (day.IsPublished)
            preview.Refuse("The day is published, so choices can no longer be imported");
        if (preview.Table.Header.Count > 0 && !file._columns.IsComplete)
            preview.Refuse("There is no column “person”. Name the columns person, choice_1, choice_2 and so on");
        else
            file.ReadRows();
        return file;
    }

    public void Apply(AppDb db, DateTime now)
    {
        foreach (var (invitee, wishes) in _wishes)
        {
            db.Choices.RemoveRange(invitee.Choices.Where(choice => !wishes.Exists(wish => wish.Id == choice.WorkshopId)));
            foreach (var (index, wish) in wishes.Index())
            {
                if (invitee.Choices.Find(choice => choice.WorkshopId == wish.Id) is { } kept)
                    kept.Rank = index + 1;
                else
                    db.Choices.Add(new Choice { InviteeId = invitee.Id, WorkshopId = wish.Id, Rank = index + 1 });
            }
            invitee.ChosenAt = now;
        }
    }

    private void ReadRows()
    {
        foreach (var unused in _columns.Unused)
            _preview.Remark($"The column “{_preview.Table.Header[unused]}” is not used.");
        foreach (var row in _preview.Table.Rows)
        {
            if (Person(row) is not { } invitee)
                continue;
            if (!_wishes.TryAdd(invitee, Wishes(row, invitee)))
                Refuse(row, "person", "This person has a row above already");
        }
        if (!_preview.IsGood)
            return;
        var replaced = _wishes.Keys.Count(invitee => invitee.Choices.Count > 0);
        if (_wishes.Count > replaced)
            _preview.WhatHappens.Add($"{Count.People(_wishes.Count - replaced)} who had not chosen {(_wishes.Count - replaced == 1 ? "gets" : "get")} the choices in the file.");
        if (replaced > 0)
            _preview.WhatHappens.Add($"{Count.People(replaced)} had chosen; their earlier choices are replaced.");
    }

    private Invitee? Person(TableRow row)
    {
        var name = row[_columns.ColumnOf("person")];
        var found = name.Length == 0 ? [] : _people[name].Distinct().ToList();
        if (found.Count == 1)
            return found[0];
        Refuse(row, "person", name.Length == 0 ? "Fill this in: a staff number or an email address"
            : found.Count == 0 ? "Nobody with this staff number or email address is invited"
            : $"{Count.People(found.Count)} have this staff number: use the email address");
        return null;
    }

    private List<Workshop> Wishes(TableRow row, Invitee invitee)
    {
        var wishes = new List<Workshop>();
        for (var rank = 1; rank <= TrainingDay.MostWishes; rank++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"choice_{rank}");
            var code = row[_columns.ColumnOf(field)];
            if (code.Length == 0)
                continue;
            if (!_workshops.TryGetValue(code, out var workshop))
                Refuse(row, field, "No workshop of this day has this code");
            else if (wishes.Contains(workshop))
                Refuse(row, field, "This person has chosen it already, further left");
            else if (workshop.Presenters.Exists(presenter => presenter.PersonId == invitee.PersonId))
                Refuse(row, field, "This person presents it");
            else if (!workshop.IsFor(invitee.RoleGroup))
                Refuse(row, field, $"It is not for {invitee.RoleGroup.Words().ToLowerFirst()}");
            else if (wishes.Count == _day.WishesAllowed)
                Refuse(row, field, $"A person may rank {Count.Of(_day.WishesAllowed, "workshop", "workshops")}");
            else
                wishes.Add(workshop);
        }
        if (wishes.Count == 0 && _preview.IsGood)
            Refuse(row, "choice_1", "There is no choice in this row. Leave the row out");
        return wishes;
    }

    private void Refuse(TableRow row, string field, string words) => _preview.Refuse(row, _columns.ColumnOf(field), words);
}
