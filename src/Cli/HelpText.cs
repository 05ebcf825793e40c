namespace Guildhall.Cli;

/// <summary>Help for somebody who knows spreadsheets and not command lines.</summary>
internal static class HelpText
{
    public const string General = """
        guildhall: plans training days from spreadsheets.

        Commands:
          guildhall allocate    decides who goes to which workshop

        Options:
          --help, -h, -?        this text; after a command, how to use that command
          --version             the version

        Start with: guildhall allocate --help
        """;

    public const string Allocate = """
        guildhall allocate: decides who goes to which workshop.

        Usage:
          guildhall allocate --sessions sessions.csv --people people.csv
                             [--fixed fixed.csv] --out places.csv --report report.json
                             [--seed N] [--school-cap N] [--time-limit SECONDS] [--threads N]

        You give two or three spreadsheets, saved as CSV:

          --sessions FILE   what is on offer; a row for each workshop in each slot
              workshop,title,slot,room,seats,minimum,for
              Phonics,Phonics for beginners,09:30,Hall,30,,Teachers|Teaching assistants
              First aid,First aid refresher,11:00,Room 4,16,6,
            minimum: fewer people than this and the session does not run (may be empty).
            for: the role groups it is for, with | between them (empty = everybody).

          --people FILE     who comes, and their wishes, best first
              person,name,school,group,away,presents,carry,choice_1,choice_2,choice_3
              a.khan,Amina Khan,Hill Primary,Teachers,,,,Phonics,First aid,
              b.jones,Bryn Jones,Lake High,Teaching assistants,,First aid,2,Phonics,,
            away: slots in which they want no place.  presents: workshops they give.
            carry: disappointment from earlier days, 0 to 9; it counts in their favour.
            Have as many choice_ columns as you like; only `person` is needed.

          --fixed FILE      places that are settled already and stay as they are
              person,workshop,slot,reason
              a.khan,Phonics,09:30,leads the pilot

        and get two files:

          --out FILE        who goes where: person,slot,workshop,room,rank,fixed
              An empty workshop: no place could be found. rank 1: their first wish;
              empty: not on their list.
          --report FILE     how good the outcome is, and how sure, in figures (JSON)

        Further options:
          --seed N              which of several equally good outcomes (default 1)
          --school-cap N        at most N people of one school in a session
          --time-limit SECONDS  stop then with the best found so far
          --threads N           how many processors to use (default: all)

        What the result means:
          Somebody's first wish costs them 0, the second 1 and so on; a workshop that is
          not on their list costs as much as the list is long, an empty slot one more.
          How far their day is from the best they could have had if nobody else came is
          their regret: 0 = all they could wish for. The outcome has, in this order, the
          fewest empty slots, the smallest worst regret, and the smallest sum of squared
          regrets (many small ones rather than one large). "Proven best" means that no
          other outcome whatever is better; otherwise the report says how far off it may be.

        If something is wrong with the files, everything that is wrong is listed, as
        file:line: column: what is wrong, and nothing is written. Commas, semicolons or
        tabs may stand between the cells; columns may come in any order.

        Ctrl-C stops and writes the best found so far; Ctrl-C again leaves at once.

        Exit codes: 0 written, 1 a fault in guildhall, 2 something is wrong with the files
        or options (nothing written), 130 stopped by you (nothing written).
        """;
}
