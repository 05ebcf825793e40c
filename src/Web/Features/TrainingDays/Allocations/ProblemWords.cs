using Guildhall.Planning.Allocation;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>Says in the organiser's words why a day cannot be planned: the planner knows rows by numbers, people know them by names.</summary>
internal sealed class ProblemWords(AppDb db, AllocationInput input)
{
    private const int MostSaid = 3;

    public async Task<string> ExplainAsync(IReadOnlyList<ProblemMessage> errors, CancellationToken cancellation)
    {
        var said = new List<string>();
        foreach (var error in errors.Take(MostSaid))
            said.Add($"{await NameAsync(error, cancellation)}: {error.Text}.");
        var more = errors.Count > MostSaid ? $" And {errors.Count - MostSaid} more." : "";
        return $"The day cannot be planned. {string.Join(' ', said)}{more}";
    }

    private async Task<string> NameAsync(ProblemMessage error, CancellationToken cancellation) => error.Table switch
    {
        ProblemTable.Sessions => await TitleAsync(input.Sessions[error.Row - 1].Workshop, cancellation),
        ProblemTable.People => await PersonAsync(input.People[error.Row - 1].Invitee, cancellation),
        ProblemTable.FixedPlaces => await PersonAsync(input.FixedPlaces[error.Row - 1].Invitee, cancellation),
        _ => "The day's settings",
    };

    private Task<string> TitleAsync(Guid workshop, CancellationToken cancellation) =>
        db.Workshops.Where(row => row.Id == workshop).Select(row => row.Title).SingleAsync(cancellation);

    private Task<string> PersonAsync(Guid invitee, CancellationToken cancellation) =>
        db.Invitees.Where(row => row.Id == invitee).Select(row => row.Person!.GivenName + " " + row.Person.FamilyName).SingleAsync(cancellation);
}
