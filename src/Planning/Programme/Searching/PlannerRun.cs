using System.Diagnostics;
using Guildhall.Planning.Allocation;
using Guildhall.Planning.Allocation.Solving;

namespace Guildhall.Planning.Programme.Searching;

/// <summary>One run of the planner: a first programme, searches beside each other from it, and the judgement of what they found.</summary>
internal sealed class PlannerRun(
    ProgrammeProblem problem, ProgrammeOptions options, IProgress<ProgrammeProgress>? progress, CancellationToken cancellation)
{
    private const int Rounds = 5;

    /// <summary>What a change may cost at first, as a share of the squares, and how much less at the end.</summary>
    private const double Hottest = 0.01;
    private const double Coldest = 0.02;

    /// <summary>The part of the time that is kept for solving what was found and for the bound.</summary>
    private const double ShareToFinish = 0.12;

    /// <summary>The part of the time left that may go into solving what a round found, and the least time.</summary>
    private const double ShareToSolve = 0.1;
    private static readonly TimeSpan ShortestSolve = TimeSpan.FromMilliseconds(200);

    /// <summary>So many programmes are tried one and all, where they are not more.</summary>
    private const int FewProgrammes = 200;

    private readonly Facts _facts = problem.Facts;
    private readonly long _started = Stopwatch.GetTimestamp();
    private Candidate? _best;
    private bool _isProven;
    private long _steps;

    public ProgrammeOutcome Plan(ProgrammeBoard? start)
    {
        var check = new ProgrammeCheck(problem);
        var grid = Read(start ?? ProgrammeBoard.Empty);
        var isStartSound = start is not null && check.Conflicts(start).Count == 0;
        var isComplete = isStartSound || new Construction(_facts, new Chance(Mixed(0)), () => Share > 0.3).Complete(grid);
        Take(Candidate.Quick(problem, grid, options.Seed));
        if (isStartSound)
            Take(Solved(_best!, ShareToSolve));
        var first = _best!.Grid;
        if (isComplete && !TryAll())
            Search();
        var board = isStartSound && ReferenceEquals(_best.Grid, first) ? start! : _best.Grid.ToBoard(problem);
        var value = _best.Objective;
        var (empty, regret, squares) = _isProven ? value : new ProgrammeBound(_facts, value, IsTooLate).Find();
        return new ProgrammeOutcome(problem, board)
        {
            Conflicts = check.Conflicts(board),
            Empty = new BoundedValue(value.Empty, empty),
            WorstRegret = new BoundedValue(value.WorstRegret, regret),
            WeightedSquares = new BoundedValue(value.WeightedSquares, squares),
            IsExact = _best.IsExact,
            Regrets = _best.Regrets,
            IsStart = ReferenceEquals(board, start),
            Steps = _steps,
            Seed = options.Seed,
            Version = AllocationPlanner.Version,
            Elapsed = Stopwatch.GetElapsedTime(_started),
        };
    }

    /// <summary>How much of the time is used up; 0 for ever when steps are counted instead.</summary>
    private double Share => options.StepLimit is not null ? 0 : Stopwatch.GetElapsedTime(_started) / options.TimeLimit;

    private bool IsTooLate() => cancellation.IsCancellationRequested || Share > 1;

    /// <summary>Where there are only a few programmes, each is solved, and the best is proven.</summary>
    private bool TryAll()
    {
        if (!ExactDay.IsPossible(_facts) || Enumeration.All(_facts, FewProgrammes) is not { } all)
            return false;
        _isProven = true;
        foreach (var grid in all)
        {
            var candidate = Solved(Candidate.Quick(problem, grid, options.Seed), ShareToSolve);
            _isProven &= candidate.IsExact && !IsTooLate();
            Take(candidate);
            _steps++;
        }
        return true;
    }

    /// <summary>
    /// Searches side by side, in rounds. After each round all go on from the best found; every other one then looks for a smaller worst regret
    /// than the best has, the rest for fewer squares.
    /// </summary>
    private void Search()
    {
        var searches = Enumerable.Range(0, options.Threads).Select(number => new Annealing(_facts, new Chance(Mixed(1 + (ulong)number)))).ToList();
        var fewest = _best!.Grid;
        for (var round = 0; round < Rounds && !cancellation.IsCancellationRequested; round++)
        {
            var (from, best, found) = (round, _best!, new Candidate[searches.Count]);
            Parallel.For(0, searches.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, number =>
            {
                var search = searches[number];
                var isForTheWorst = from > 0 && (number + (searches.Count == 1 ? from : 0)) % 2 == 1 && best.Objective.WorstRegret > 1;
                search.Begin(
                    from == 0 || isForTheWorst ? best.Grid : fewest,
                    isForTheWorst ? new Scale(_facts, best.Objective.WorstRegret - 1) : new Scale(_facts));
                Anneal(search, from);
                found[number] = Candidate.Quick(problem, search.Best.Copy(), search.MarketOfBest(), options.Seed);
            });
            fewest = found.MinBy(candidate => candidate.Objective with { WorstRegret = 0 })!.Grid;
            var isLast = round == Rounds - 1;
            foreach (var candidate in found.OrderBy(candidate => candidate.Objective).Take(isLast ? found.Length : 1))
                Take(Solved(candidate, isLast ? 0.5 : ShareToSolve));
        }
        Take(Solved(_best!, 0.5));
    }

    private void Anneal(Annealing annealing, int round)
    {
        var hottest = Math.Max(1, Hottest * annealing.BestFloor);
        var stepsInRound = ((options.StepLimit ?? 0) + Rounds - 1) / Rounds;
        var step = 0;
        for (; options.StepLimit is null || step < stepsInRound; step++)
        {
            var done = options.StepLimit is null ? (Share / (1 - ShareToFinish) * Rounds) - round : (double)step / stepsInRound;
            if (cancellation.IsCancellationRequested || done >= 1)
                break;
            annealing.Step(hottest * Math.Pow(Coldest, (round + done) / Rounds));
        }
        Interlocked.Add(ref _steps, step);
    }

    private Candidate Solved(Candidate candidate, double share)
    {
        var planner = new PlannerOptions { Seed = options.Seed, Threads = options.Threads };
        if (options.StepLimit is null)
        {
            var left = (options.TimeLimit - Stopwatch.GetElapsedTime(_started)) * share;
            planner = planner with { TimeLimit = left > ShortestSolve ? left : ShortestSolve };
        }
        return candidate.Solved(problem, planner, cancellation);
    }

    /// <summary>Keeps a candidate that is better, or as good and certain.</summary>
    private void Take(Candidate candidate)
    {
        if (_best is not null && candidate.Objective >= _best.Objective
            && (candidate.Objective > _best.Objective || _best.IsExact || !candidate.IsExact))
            return;
        _best = candidate;
        progress?.Report(new ProgrammeProgress(Stopwatch.GetElapsedTime(_started), Math.Min(1, Share), candidate.Grid.ToBoard(problem), candidate.Objective));
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
