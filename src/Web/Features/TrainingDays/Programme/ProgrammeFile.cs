using Guildhall.Tables;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>Reads the rows of a programme's file, one for each session, and marks what cannot be read.</summary>
internal static class ProgrammeFile
{
    private static readonly WantedField[] Fields =
    [
        new("workshop", "Workshop", "code", "workshop code") { IsRequired = true },
        new("title", "Title", "workshop title", "name"),
        new("slot", "Slot", "time", "session", "start") { IsRequired = true },
        new("room", "Room", "location"),
        new("seats", "Seats", "capacity", "places") { IsRequired = true },
        new("minimum", "Minimum", "min", "fewest people"),
        new("for", "For", "audience", "role groups", "group"),
        new("summary", "Summary", "description"),
        new("presenters", "Presenters", "presenter", "presented by", "speaker"),
    ];

    public static ColumnMapping Columns(FilePreview preview) => ColumnMapping.Propose(preview.Table.Header, Fields);

    public static List<ProgrammeRow> Read(FilePreview preview)
    {
        var columns = Columns(preview);
        if (preview.Table.Header.Count > 0)
        {
            foreach (var missing in columns.Missing)
                preview.Refuse($"There is no column “{missing.Name}”. Name the columns workshop, title, slot, room, seats, minimum and for");
        }
        if (!columns.IsComplete)
            return [];
        foreach (var unused in columns.Unused)
            preview.Remark($"The column “{preview.Table.Header[unused]}” is not used.");
        return [.. preview.Table.Rows.Select(row => ReadRow(preview, columns, row))];
    }

    private static ProgrammeRow ReadRow(FilePreview preview, ColumnMapping columns, TableRow row)
    {
        var cell = new Cells(preview, columns, row);
        var seats = cell.Number("seats", 0, Room.MostSeats, isRequired: true);
        var minimum = cell.Number("minimum", 0, Room.MostSeats, isRequired: false) ?? 0;
        if (minimum > seats)
            preview.Refuse(row, columns.ColumnOf("minimum"), $"The fewest people cannot be more than the seats, {seats}");
        var slot = cell.Text("slot", Slot.NameLength, isRequired: true);
        return new ProgrammeRow
        {
            Row = row,
            Code = cell.Text("workshop", Workshop.CodeLength, isRequired: true),
            Title = cell.Text("title", Workshop.TitleLength, isRequired: false),
            Slot = slot.Length == 0 ? null : SlotName.Read(slot),
            Room = cell.Text("room", Room.NameLength, isRequired: false),
            Seats = seats,
            Minimum = minimum,
            Audience = columns.ColumnOf("for") < 0 ? null : cell.Groups("for"),
            Summary = cell.Text("summary", Workshop.SummaryLength, isRequired: false),
            Presenters = cell.Text("presenters", Workshop.PresentersLength, isRequired: false),
        };
    }

    private sealed class Cells(FilePreview preview, ColumnMapping columns, TableRow row)
    {
        public string Text(string field, int most, bool isRequired)
        {
            var column = columns.ColumnOf(field);
            var text = row[column];
            if (text.Length == 0 && isRequired)
                preview.Refuse(row, column, "Fill this in");
            else if (text.Length > most)
                preview.Refuse(row, column, $"Use {most} characters or fewer; these are {text.Length}");
            return text;
        }

        public int? Number(string field, int least, int most, bool isRequired)
        {
            var column = columns.ColumnOf(field);
            var text = row[column];
            if (text.Length == 0)
            {
                if (isRequired)
                    preview.Refuse(row, column, "Fill this in");
                return null;
            }
            if (!WholeNumber.TryRead(text, out var number, out var problem))
                preview.Refuse(row, column, problem);
            else if (number < least || number > most)
                preview.Refuse(row, column, $"Give a number from {least} to {most}");
            else
                return number;
            return null;
        }

        public List<RoleGroup> Groups(string field)
        {
            var column = columns.ColumnOf(field);
            if (!RoleGroupNames.TryRead(row[column], out var groups, out var problem))
                preview.Refuse(row, column, problem);
            return groups;
        }
    }
}
