using Guildhall.Web.Platform;
using Guildhall.Web.Platform.Mail;

namespace Guildhall.Web.Features.TrainingDays.Changes;

/// <summary>What people read about swaps. Nobody is named to the other: they know each other by the session.</summary>
public sealed class SwapMails(Outbox outbox, PublicAddress address)
{
    public void Offered(TrainingDay day, Attendee to, SwapChance chance) => Put(
        to, $"Would you swap for {chance.Session.Title}?",
        $"""
        you said that you would swap your place in {chance.Wanted.Title} at {day.Name}. Somebody offers you theirs in {chance.Session.Title} for it,
        on {day.Date.Words()} at {Where(chance.Session)}. Nothing changes unless you accept:
        {address.Of($"/training-days/changes/slot/{day.Id}/{chance.Session.SlotId}")}
        """);

    public void Swapped(TrainingDay day, SwapSide mover, SwapSide leaver) => Put(
        mover.Who, $"You have swapped: {leaver.Session.Title}",
        $"""
        you and somebody else have swapped places at {day.Name}. You have a place in {leaver.Session.Title} now,
        on {day.Date.Words()} at {Where(leaver.Session)}. Your place in {mover.Session.Title} is theirs.

        Your day as it is now:
        {address.Of($"/training-days/my-day/{day.Id}")}
        """);

    public void CouldNot(TrainingDay day, SwapSide giver, SwapSide taker, Obstacle? obstacle) => Put(
        giver.Who, $"A swap for {taker.Session.Title} could not be made",
        $"""
        somebody accepted your offer to swap {giver.Session.Title} for {taker.Session.Title} at {day.Name}, but it could not be made.
        {(obstacle is { } own ? $"About {taker.Session.Title}: {own.Words()}" : $"The rules of the day do not let them into {giver.Session.Title}.")} You keep your place. Your offer stands for the others there:
        {address.Of($"/training-days/changes/slot/{day.Id}/{giver.Session.SlotId}")}
        """);

    private void Put(Attendee to, string subject, string text)
    {
        if (to.Email is not null)
            outbox.Put(to.Email, to.Name, subject, $"Hello {to.GivenName},\n\n{text}");
    }

    private static string Where(SeatedSession session) => session.Room.Length > 0 ? $"{session.Starts.Words()}, {session.Room}" : session.Starts.Words();
}
