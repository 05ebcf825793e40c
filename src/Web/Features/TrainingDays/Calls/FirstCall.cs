namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>What a new call begins with, so that an organiser changes criteria rather than thinks them up.</summary>
internal static class FirstCall
{
    public static WorkshopCall Of(TrainingDay day)
    {
        var call = new WorkshopCall { DayId = day.Id };
        (string Name, string Hint, int Weight)[] criteria =
        [
            ("Useful soon", "Those who come can do something differently within a week or two.", 3),
            ("Fits a need", "It serves a wanted topic, a priority or a need that many have.", 3),
            ("Rests on evidence", "It says what it builds on: research, or results seen in a school.", 2),
            ("Well made", "People practise, plan and come back to it, and do not only listen.", 2),
        ];
        call.Criteria.AddRange(criteria.Select((criterion, index) =>
            new Criterion { CallId = call.Id, Name = criterion.Name, Hint = criterion.Hint, Weight = criterion.Weight, Position = index }));
        return call;
    }
}
