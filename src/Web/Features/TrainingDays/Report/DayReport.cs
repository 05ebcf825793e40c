using Guildhall.Web.Features.TrainingDays.Feedback;
using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Ui;

namespace Guildhall.Web.Features.TrainingDays.Report;

/// <summary>The report of a day in sections. Links lead to the lists that its figures were counted from.</summary>
public sealed class DayReport(TrainingDay day, ReportFigures figures)
{
    public IReadOnlyList<ReportSection> Sections =>
    [
        new("In short", [new ReportList([.. InShort()])]),
        new("Who got what they wished", [.. Wishes()]),
        new("Who came", [.. Attendance()]),
        .. figures.IsWhole ? new[]
        {
            new ReportSection("What was offered and not taken up", [.. Offers()]),
            new ReportSection("What people thought of it", [.. Feedback()]),
            new ReportSection("What to do differently", [.. Next()]),
        } : [],
    ];

    private static string Share(int part, int whole) => whole == 0 ? "nobody" : $"{Math.Round(100.0 * part / whole)}% of {whole:N0}";

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private string To(string page) => DayPage.Address(page, day.Id);

    private string OfSchool(Guid? school) => $"{To("lists/by-school")}?school={school}";

    private IEnumerable<ReportText> InShort()
    {
        var wishes = figures.Wishes;
        yield return new($"{Count.People(wishes.People)} {(wishes.People == 1 ? "was" : "were")} invited{(figures.IsWhole ? "" : " from your school")}; {wishes.Chosen:N0} of them chose workshops.",
            figures.IsWhole ? To("invite") : To("lists/by-school"));
        if (wishes.Chosen > 0)
            yield return new($"{wishes.AllWishes:N0} had the best day that their list could give them ({Share(wishes.AllWishes, wishes.Chosen)}); {wishes.FirstWish:N0} have their first wish ({Share(wishes.FirstWish, wishes.Chosen)}).", To("lists/by-school"));
        var came = figures.Attendance;
        if (came.Recorded > 0)
            yield return new($"Of {Count.Of(came.Recorded, "place", "places")} on the registers, {came.Present:N0} were taken up ({Share(came.Present, came.Recorded)}).");
        if (figures.Feedback is { Sessions.Count: > 0 } feedback)
            yield return new($"{Count.Of(feedback.Answers, "answer", "answers")} came back on {Count.Of(feedback.Sessions.Count, "session", "sessions")}.", To("feedback"));
    }

    private IEnumerable<ReportPart> Wishes()
    {
        yield return new ReportText("Of those who chose. The best day is what somebody could have had if nobody else came; a place that they swapped or gave back themselves counts as they wished.");
        yield return new ReportChart("Had their best day, by role group", "Role group", "Of those who chose", [.. figures.WishesByRoleGroup.Select(Best)]);
        yield return Table("Wishes by role group", "Role group", figures.WishesByRoleGroup);
        if (figures.WishesBySchool.Count > 1)
            yield return new ReportChart("Had their best day, by school", "School", "Of those who chose", [.. figures.WishesBySchool.Select(Best)]);
        yield return Table("Wishes by school", "School", figures.WishesBySchool);
    }

    private static Bar Best(WishFigures group) => new(group.Group, Part(group.AllWishes, group.Chosen), Share(group.AllWishes, group.Chosen));

    private ReportTable Table(string caption, string of, IReadOnlyList<WishFigures> groups) => new(
        caption,
        [new(of, IsNumber: false), new("Invited"), new("Chose"), new("Best day"), new("First wish")],
        [.. groups.Select(group => (IReadOnlyList<ReportCell>)[Head(group.Group, group.School), group.People, group.Chosen, group.AllWishes, group.FirstWish])]);

    private ReportCell Head(string words, Guid? school) => new(words, school is null ? null : OfSchool(school));

    private IEnumerable<ReportPart> Attendance()
    {
        var all = figures.Attendance;
        if (all.Recorded == 0)
        {
            yield return new ReportText("No register was kept yet.", To("lists"));
            yield break;
        }
        yield return new ReportText("In places: somebody with three of them counts three times."
            + (all.NotRecorded > 0 ? $" For {Count.Of(all.NotRecorded, "place", "places")} nobody wrote down who came; they are left out of the chart." : ""));
        yield return new ReportChart("Places taken up, by role group", "Role group", "Of places on the registers", [.. figures.AttendanceByRoleGroup.Select(Came)]);
        yield return Table("Attendance by role group", "Role group", figures.AttendanceByRoleGroup);
        yield return Table("Attendance by school", "School", figures.AttendanceBySchool);
    }

    private static Bar Came(AttendanceFigures group) => new(group.Group, Part(group.Present, group.Recorded), Share(group.Present, group.Recorded));

    private ReportTable Table(string caption, string of, IReadOnlyList<AttendanceFigures> groups) => new(
        caption,
        [new(of, IsNumber: false), new("Present"), new("Absent"), new("Apologies"), new("Not recorded")],
        [.. groups.Select(group => (IReadOnlyList<ReportCell>)[Head(group.Group, group.School), group.Present, group.Absent, group.Apologies, group.NotRecorded])]);

    private IEnumerable<ReportPart> Offers()
    {
        if (figures.Offered == 0)
        {
            yield return new ReportText("There was no call for workshops, or nothing was offered.");
            yield break;
        }
        yield return new ReportText(
            $"{Count.Of(figures.Offered, "workshop was", "workshops were")} offered, {figures.Accepted:N0} accepted, {figures.Declined.Count:N0} not taken up, {figures.Withdrawn:N0} withdrawn.", To("offers"));
        if (figures.Declined.Count > 0)
        {
            yield return new ReportTable(
                "Offers that were not taken up", [new("Offer", IsNumber: false), new("Why", IsNumber: false)],
                [.. figures.Declined.Select(offer => (IReadOnlyList<ReportCell>)[new(offer.Title, $"/training-days/offers/show/{offer.Id}"), new(offer.Reason)])]);
        }
    }

    private IEnumerable<ReportPart> Feedback()
    {
        if (figures.Feedback is not { } feedback)
        {
            yield return new ReportText(figures.FeedbackFrom is { } from
                ? $"People can answer until {from.Words()}. What they say stands here from then on."
                : $"People can answer until {FeedbackForm.DaysToAnswer} days after the day is closed. What they say stands here from then on.", To("feedback"));
            yield break;
        }
        if (feedback.Sessions.Count == 0)
        {
            yield return new ReportText($"No session got at least {SessionFeedback.FewestShown} answers, so none are shown.", To("feedback"));
            yield break;
        }
        yield return new ReportText(
            $"{Count.Of(feedback.Answers, "answer", "answers")} on {Count.Of(feedback.Sessions.Count, "session", "sessions")}. Sessions with fewer than {SessionFeedback.FewestShown} answers are left out.", To("feedback"));
        yield return new ReportChart("How many agree", "Statement", "Agree", [.. feedback.Statements.Select(one => new Bar(one.Words, one.Agree, one.AgreeWords))]);
        yield return new ReportTable(
            "How far people agree", [new("Statement", IsNumber: false), .. FeedbackScale.Points.Select(points => new ReportColumn(FeedbackScale.Words(points)))],
            [.. feedback.Statements.Select(one => (IReadOnlyList<ReportCell>)
                [new(one.Words), .. FeedbackScale.Points.Select(points => one.Counts is null ? new ReportCell("") : (ReportCell)one.Counts[points - 1])])]);
    }

    private IEnumerable<ReportPart> Next()
    {
        if (figures.Note.Length > 0)
            yield return new ReportText(figures.Note);
        var hints = new List<ReportText>();
        foreach (var workshop in figures.Missed)
            hints.Add(new($"{Count.People(workshop.People)} had “{workshop.Title}” among their first wishes and no place in it: one more run or a larger room would help.", $"{To("workshops/edit")}/{workshop.Id}"));
        if (figures.HalfEmpty > 0)
            hints.Add(new($"{figures.HalfEmpty:N0} of {Count.Of(figures.Sessions, "session", "sessions")} {(figures.HalfEmpty == 1 ? "was" : "were")} less than half full.", To("lists/by-session")));
        if (figures.Feedback?.Statements.Where(one => one.Counts is not null).MinBy(one => one.Agree) is { } least)
            hints.Add(new($"Fewest people agree with “{least.Words}” ({least.AgreeWords}).", To("feedback")));
        yield return hints.Count == 0 ? new ReportText("The figures show nothing that stands out.") : new ReportList(hints);
    }
}
