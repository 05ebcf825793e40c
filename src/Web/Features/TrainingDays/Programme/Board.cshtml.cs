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

    /// <summary>Rows that contradict each other, so that nothing can be said of the board.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

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

    public async Task<IActionResult> OnPostPinAsync(string? pin, CancellationToken cancellation)
    {
        if (BoardPin.Read(pin) is not var (session, version, isPinned) || !CanChange)
            return NotFound();
        var row = await db.Sessions.Include(one => one.Workshop).Include(one => one.Slot).SingleOrDefaultAsync(one => one.Id == session && one.Workshop!.DayId == Day.Id, cancellation);
        if (row is null)
            return NotFound();
        db.Expect(row, version);
        row.IsPinned = isPinned;
        audit.Record($"{(isPinned ? "pinned" : "unpinned")} {row.Workshop!.Code} in {row.Slot!.Name}", Subject, Day.OrganisationId);
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect($"{To("programme/board")}#s-{session:N}");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Board = new ProgrammeBoardView(await reader.BoardAsync(Day.Id, cancellation));
        Errors = Board.Errors;
        var input = Board.Input;
        Moving = Move is not { } key ? null
            : input.Runs.Concat(input.WithoutRoom).FirstOrDefault(run => run.Session == key)
            ?? (Board.Missing.FirstOrDefault(workshop => workshop.Id == key) is { } missing ? new BoardRun(Guid.Empty, missing.Id, Guid.Empty, null, 0, 0, IsPinned: false, 0, 0) : null);
        if (Board.Errors.Count > 0 || meter.Read(Day.Id, input with { People = await reader.InterestAsync(Day.Id, cancellation) }) is not { } reading)
            return;
        Errors = reading.Errors;
        Forecast = reading.Forecast;
        if (reading.Forecast is not null)
            Expected = input.Runs.Select((run, index) => (run.Session, Count: (reading.Attendance[index], reading.Demand[index]))).ToDictionary(row => row.Session, row => row.Count);
    }
}
