namespace Guildhall.Cli;

internal static class ExitCode
{
    public const int Written = 0;
    public const int Unexpected = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;
}
