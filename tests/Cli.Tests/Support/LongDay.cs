using System.Globalization;
using Guildhall.Bench.Days;

namespace Guildhall.Cli.Tests.Support;

/// <summary>A day that takes the planner many seconds and the reader less than one.</summary>
internal static class LongDay
{
    public static DayFolder Folder()
    {
        var folder = new DayFolder();
        var day = GeneratedDay.Make(DayShape.County.Hard(), 1).ToBuilder().Build();
        folder.Write("sessions.csv", "workshop,slot,seats,for\n" + string.Concat(day.Sessions.Select(session =>
            string.Create(CultureInfo.InvariantCulture, $"{session.Workshop},{session.Slot},{session.Seats},{string.Join('|', session.Groups)}\n"))));
        folder.Write("people.csv", "person,group,presents,choice_1,choice_2,choice_3,choice_4,choice_5,choice_6\n"
            + string.Concat(day.People.Select(person => $"{person.Id},{person.Group},{string.Join('|', person.Presents)},{string.Join(',', person.Wishes)}\n")));
        return folder;
    }
}
