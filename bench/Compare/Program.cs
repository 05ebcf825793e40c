using System.CommandLine;
using Guildhall.Bench.Compare;
using Guildhall.Bench.Compare.Measuring;
using Guildhall.Bench.Compare.Programmes;

// What each command measures, and how to repeat the published tables: docs/benchmarks.md.
return new RootCommand("Measures who goes to which workshop: our planner, what is done today, and general solvers, on the same days.")
{
    FamiliesCommand.Make(),
    WhatIfCommand.Make(),
    ProgrammeCommand.Make(),
    ForecastCommand.Make(),
    CompareCommand.Make(),
    HonestListsCommand.Make(),
    AgreeCommand.Make(),
    SolveCommand.Make(),
    OneCommand.Make(),
    WriteDayCommand.Make(),
    WriteExampleCommand.Make(),
}.Parse(args).Invoke();
