using System.Diagnostics;
using Guildhall.Planning.Allocation;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>One run of the planner: a first programme, searches beside each other from it, and the judgement of what they found.</summary>
internal sealed class PlannerRun(
    ProgrammeProblem problem, ProgrammeOptions options, IProgress<ProgrammeProgress>? progress, CancellationToken cancellation)
{
    /// <summary>The part of the time that is kept for solving what was found.</summary>
    private const double ShareToSolve = 0.15;

    private readonly Facts _facts = problem.Facts;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private Candidate? _best;
    private long _steps;

    public ProgrammeOutcome Plan(ProgrammeBoard? start)
    {
        var check = new ProgrammeCheck(problem);
        var grid = Read(start ?? ProgrammeBoard.Empty);
        var isStartSound = start is not null && check.Conflicts(start).Count == 0;
        var complete = grid.Copy();
        var isComplete = isStartSound || new Construction(_facts, new Chance(Mixed(0)), () => Share > 0.3).Complete(complete);
        var first = Candidate.Quick(problem, isStartSound ? grid : complete, options.Seed);
        Take(first);
        if (isComplete)
            Search(complete, first.Grid);
        var board = ReferenceEquals(_best!.Grid, first.Grid) && isStartSound ? start! : _best.Grid.ToBoard(problem);
        return new ProgrammeOutcome(problem, board)
        {
            Conflicts = check.Conflicts(board),
            Empty = new BoundedValue(_best.Objective.Empty, 0),
            WorstRegret = new BoundedValue(_best.Objective.WorstRegret, 0),
            WeightedSquares = new BoundedValue(_best.Objective.WeightedSquares, 0),
            IsExact = _best.IsExact,
            Regrets = _best.Regrets,
            IsStart = ReferenceEquals(board, start),
            Steps = _steps,
            Seed = options.Seed,
            Version = AllocationPlanner.Version,
            Elapsed = Stopwatch.GetElapsedTime(_started),
        };
    }

    /// <summary>How much of the time or the steps is used up.</summary>
    private double Share => options.StepLimit is not null ? 0 : Stopwatch.GetElapsedTime(_started) / options.TimeLimit;

    private bool IsOver => cancellation.IsCancellationRequested || Share >= 1 - ShareToSolve;

    private void Search(Grid complete, Grid first)
    {
        var found = new Candidate[options.Threads];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, number =>
        {
            var annealing = new Annealing(_facts, complete.Copy(), new Scale(_facts), new Chance(Mixed(1 + (ulong)number)));
            Anneal(annealing);
            found[number] = Candidate.Quick(problem, annealing.Best, options.Seed);
        });
        var planner = new PlannerOptions { Seed = options.Seed, Threads = options.Threads };
        foreach (var candidate in found.Append(_best!).OrderBy(candidate => candidate.Objective))
        {
            var left = options.TimeLimit - Stopwatch.GetElapsedTime(_started);
            if (options.StepLimit is null && left <= TimeSpan.Zero)
                left = TimeSpan.FromMilliseconds(1);
            Take(candidate.Solved(problem, options.StepLimit is null ? planner with { TimeLimit = left } : planner, cancellation));
        }
        _ = first;
    }

    private void Anneal(Annealing annealing)
    {
        var hottest = Math.Max(1, 0.01 * annealing.Floor);
        for (var step = 0; !IsOver; step++)
        {
            if (step >= options.StepLimit)
                break;
            var done = options.StepLimit is { } limit ? (double)step / limit : Share / (1 - ShareToSolve);
            annealing.Step(hottest * Math.Pow(0.02, done));
            Interlocked.Increment(ref _steps);
        }
    }

    private void Take(Candidate candidate)
    {
        lock (_lock)
        {
            if (_best is not null && (candidate.Objective > _best.Objective || (candidate.Objective == _best.Objective && !(candidate.IsExact && !_best.IsExact && ReferenceEquals(candidate.Grid, _best.Grid)))))
                return;
            _best = candidate;
            progress?.Report(new ProgrammeProgress(Stopwatch.GetElapsedTime(_started), Math.Min(1, Share), candidate.Grid.ToBoard(problem), candidate.Objective));
        }
    }

    private ulong Mixed(ulong number) => TieBreak.Mix(options.Seed ^ TieBreak.Mix(number + 1));

    /// <summary>What of a board can stand together.</summary>
    private Grid Read(ProgrammeBoard board)
    {
        var grid = new Grid(_facts);
        foreach (var run in board.Runs)
        {
            var (workshop, slot, room) = (_facts.WorkshopOf(run.Workshop), _facts.SlotOf(run.Slot), _facts.RoomOf(run.Room));
            if (workshop != Facts.None && slot != Facts.None && room != Facts.None && grid.Fits(workshop, (slot * _facts.Rooms) + room))
                grid.Put(workshop, (slot * _facts.Rooms) + room);
        }
        return grid;
    }
}
