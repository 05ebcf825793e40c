using System.Text;
using System.Text.RegularExpressions;
using Guildhall.Cli.Allocate;
using Guildhall.Cli.Reading;
using Guildhall.Cli.Tests.Support;
using Guildhall.Planning.Allocation;

namespace Guildhall.Cli.Tests;

/// <summary>Files that are broken by chance: the command either says where, or does its work by the rules.</summary>
public sealed partial class FuzzTests
{
    private const int Cases = 800;

    private static readonly string[] Pieces =
        ["\"", "\"\"", "\n", "\r", "\r\n", ",", ";", "\t", "|", "\0", "=", "'", "-", "1", "999999999999", "0.5", " ", "\u00A0", "é", "person", "choice_1", "seats", "sep=;\n", "\uFEFF", "ann", "Drama"];

    [GeneratedRegex(@"^(sessions|people|fixed)\.csv:[1-9][0-9]*: [^:]+: .+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message { get; }

    [Fact]
    public void ABrokenFileIsRefusedAtALineOrPlanned()
    {
        var (written, refused) = (0, 0);
        for (var seed = 0; seed < Cases; seed++)
        {
            using var folder = new DayFolder();
            var chance = new Random(seed);
            folder.Write("sessions.csv", Mutate(DayFolder.Sessions, chance));
            folder.Write("people.csv", Mutate(DayFolder.People, chance));
            folder.Write("fixed.csv", Mutate(DayFolder.FixedPlaces, chance));

            var result = folder.AllocateWithFixed("--time-limit", "5", "--threads", "1");

            if (result.Exit == 0)
            {
                written++;
                ShouldKeepTheRules(folder, seed);
                continue;
            }
            refused++;
            result.Exit.ShouldBe(2, $"seed {seed}: {result.Error}");
            folder.Files.ShouldBe(["fixed.csv", "people.csv", "sessions.csv"], $"seed {seed}");
            result.ErrorLines.Length.ShouldBeGreaterThan(1, $"seed {seed}");
            result.ErrorLines[..^1].ShouldAllBe(line => Message.IsMatch(line), $"seed {seed}: {result.Error}");
        }
        // Otherwise the cases would be too tame or too wild to show anything.
        written.ShouldBeGreaterThan(Cases / 20);
        refused.ShouldBeGreaterThan(Cases / 20);
    }

    private static byte[] Mutate(string text, Random chance)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var changes = chance.Next(3); changes > 0 && bytes.Count > 0; changes--)
        {
            var place = chance.Next(bytes.Count);
            switch (chance.Next(7))
            {
                case 0:
                    bytes[place] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, chance.Next(bytes.Count - place));
                    break;
                case 2:
                    bytes.RemoveRange(place, Math.Min(chance.Next(5), bytes.Count - place));
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(chance.Next(40), bytes.Count - place)));
                    break;
                default:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[chance.Next(Pieces.Length)]));
                    break;
            }
        }
        return [.. bytes];
    }

    private static void ShouldKeepTheRules(DayFolder folder, int seed)
    {
        var why = $"seed {seed}";
        var arguments = new AllocateArguments(folder["sessions.csv"], folder["people.csv"], folder["x"], folder["y"]) { FixedPlaces = folder["fixed.csv"] };
        var day = new DayFiles(arguments, new Findings()).Read(CancellationToken.None).ShouldNotBeNull(why);
        var places = ReadPlaces(folder);

        var wanted = day.People.SelectMany(person => day.Slots.Where(slot => !person.Away.Contains(slot)
            && !day.Sessions.Any(session => session.Slot == slot && person.Presents.Contains(session.Workshop))).Select(slot => (person.Id, slot)));
        places.Select(place => (place.Person, place.Slot)).ShouldBe(wanted, why);
        var seated = places.Where(place => place.Workshop.Length > 0).ToList();
        seated.Select(place => (place.Person, place.Workshop)).ShouldBeUnique(why);
        day.FixedPlaces.ShouldAllBe(place => seated.Contains(new FixedPlace(place.Person, place.Workshop, place.Slot, "yes")), why);
        foreach (var session in seated.GroupBy(place => (place.Workshop, place.Slot)))
        {
            var run = day.Sessions.Single(candidate => (candidate.Workshop, candidate.Slot) == session.Key);
            session.Count().ShouldBeLessThanOrEqualTo(run.Seats, why);
            session.ShouldAllBe(place => run.Groups.Count == 0 || run.Groups.Contains(day.People.Single(person => person.Id == place.Person).Group), why);
        }
    }

    /// <summary>Our own reader on our own file, so that what was written reads back.</summary>
    private static List<FixedPlace> ReadPlaces(DayFolder folder)
    {
        var findings = new Findings();
        var places = new List<FixedPlace>();
        using var table = TableReader.Open(folder["places.csv"], ProblemTable.FixedPlaces,
            new TableColumns(["person", "slot", "workshop", "room", "rank", "fixed"], []), findings).ShouldNotBeNull();
        while (table.Read())
            places.Add(new FixedPlace(table.Cell(0), table.Cell(2), table.Cell(1), table.Cell(5)));
        findings.HasErrors.ShouldBeFalse();
        return places;
    }
}
