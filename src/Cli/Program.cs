using Guildhall.Cli;

using var signals = new Signals();
return CommandLine.Run(args, Terminal.OfProcess(), signals.Stop, signals.Abandon);
