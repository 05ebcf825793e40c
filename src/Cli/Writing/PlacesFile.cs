using System.Globalization;
using System.Text;
using Guildhall.Planning.Allocation;
using Guildhall.Tables;

namespace Guildhall.Cli.Writing;

/// <summary>places.csv: a row for each person and slot.</summary>
internal static class PlacesFile
{
    // Plain UTF-8, commas and \n are what every program and this one read without being told; Excel asks for the encoding on Data,
    // From Text/CSV. A byte order mark would please its double click, and become part of the first column's name elsewhere.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Stream stream, AllocationOutcome outcome)
    {
        var day = outcome.Problem;
        using var writer = new StreamWriter(stream, Encoding, bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("person,slot,workshop,room,rank,fixed");
        foreach (var place in outcome.Places)
        {
            var session = place.Session is { } index ? day.Sessions[index] : null;
            CsvFile.WriteCell(writer, day.People[place.Person].Id);
            writer.Write(',');
            CsvFile.WriteCell(writer, day.Slots[place.Slot]);
            writer.Write(',');
            CsvFile.WriteCell(writer, session?.Workshop ?? "");
            writer.Write(',');
            CsvFile.WriteCell(writer, session?.Room ?? "");
            writer.Write(',');
            if (place.Rank is { } rank)
                writer.Write(rank.ToString(CultureInfo.InvariantCulture));
            writer.WriteLine(place.IsFixed ? ",yes" : ",");
        }
    }
}
