using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Programme;

/// <summary>The board: rooms down, slots across, what is wrong, and what it would bring people.</summary>
[Needs<OrganiseDay>]
public sealed class BoardModel(AppDb db, ProgrammeInputReader reader, ProgrammeMeter meter, BoardDesk desk, AuditTrail audit) : DayPage
{
    public ProgrammeBoardView Board { get; private set; } = null!;

    public Forecast? Forecast { get; private set; }

    /// <summary>How many would come to each session and how many would like to, by its key.</summary>
    public IReadOnlyDictionary<Guid, (int Come, int Like)> Expected { get; private set; } = new Dictionary<Guid, (int Come, int Like)>();

    /// <summary>The session that is being moved, chosen by its button; every place then says what would be wrong there.</summary>
    public BoardRun? Moving { get; private set; }

    public bool CanChange => Day.Stage != DayStage.Closed;

    [BindProperty(SupportsGet = true)]
    public Guid? Move { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostMoveAsync(Guid session, int version, Guid workshop, Guid slot, Guid? room, CancellationToken cancellation)
    {
        if (!CanChange)
            return NotFound();
        var refusal = await desk.MoveAsync(Day, session == Guid.Empty ? null : (session, version), workshop, slot, room, cancellation);
        if (refusal is not null)
            this.Flash($"It stays where it is. {refusal}", Kind.Warning);
        return LocalRedirect($"{To("programme/board")}#board");
    }

    public async Task<IActionResult> OnPostPinAsync(Guid session, int version, bool isPinned, CancellationToken cancellation)
    {
        var row = await db.Sessions.Include(one => one.Workshop).Include(one => one.Slot).SingleOrDefaultAsync(one => one.Id == session && one.Workshop!.DayId == Day.Id, cancellation);
        if (row is null || !CanChange)
            return NotFound();
        db.Expect(row, version);
        row.IsPinned = isPinned;
        audit.Record($"{(isPinned ? "pinned" : "unpinned")} {row.Workshop!.Code} in {row.Slot!.Name}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect($"{To("programme/board")}#s-{session:N}");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Board = new ProgrammeBoardView(await reader.ReadAsync(Day.Id, cancellation));
        var input = Board.Input;
        Moving = Move is not { } key ? null
            : input.Runs.Concat(input.WithoutRoom).FirstOrDefault(run => run.Session == key)
            ?? (Board.Missing.FirstOrDefault(workshop => workshop.Id == key) is { } missing ? new BoardRun(Guid.Empty, missing.Id, Guid.Empty, null, 0, 0, IsPinned: false, 0, 0) : null);
        if (meter.Forecast(Day.Id, Board) is { } forecast)
        {
            Forecast = Forecast.Of(input, forecast);
            Expected = input.Runs.Select((run, index) => (run.Session, forecast.Attendance[index], forecast.Demand[index]))
                .ToDictionary(row => row.Session, row => (row.Item2, row.Item3));
        }
    }
}
