using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>Says what a session was like, without a name.</summary>
[Needs<TakePartInDay>]
public sealed class GiveModel(FeedbackDesk desk, FeedbackReader reader, CurrentViewer current) : DayPage
{
    public const string Nothing = "Answer at least one question";

    public AskedSession Asked { get; private set; } = null!;

    public FeedbackForm Form { get; private set; } = null!;

    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    public bool HasNothing { get; private set; }

    public string MyDayHref => To("my-day");

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellation) => await FindAsync(session, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid session, CancellationToken cancellation)
    {
        if (await FindAsync(session, cancellation) is { } elsewhere)
            return elsewhere;
        var answer = new FeedbackAnswer(
            [.. Form.Statements.Select((_, index) => Input.Ratings.ElementAtOrDefault(index) is { } points and >= FeedbackScale.Least and <= FeedbackScale.Most ? points : 0)],
            Input.Useful?.Trim() ?? "",
            Input.Better?.Trim() ?? "");
        if (answer is { Useful: "", Better: "" } && answer.Ratings.All(points => points == 0))
        {
            HasNothing = true;
            ModelState.AddModelError(Form.Statements.Count > 0 ? "Input.Ratings[0]" : "Input.Useful", Nothing);
        }
        if (!ModelState.IsValid)
            return Page();
        var href = MyDayHref;
        var isNew = await desk.GiveAsync(session, current.Viewer.PersonId, answer, cancellation);
        this.Flash(isNew ? $"Thank you. Your answers on “{Asked.Title}” are in." : $"You had already answered on “{Asked.Title}”.");
        return LocalRedirect(href);
    }

    /// <summary>Finds the session; where there is nothing to answer, says where to go instead.</summary>
    private async Task<IActionResult?> FindAsync(Guid session, CancellationToken cancellation)
    {
        var found = (await desk.AskedAsync(Day, current.Viewer.PersonId, cancellation)).SingleOrDefault(asked => asked.Id == session);
        if (found is null)
            return NotFound();
        if (found.IsAnswered)
        {
            this.Flash($"You have answered on “{found.Title}”. Nobody can find your answers among the others, so they cannot be changed.", Kind.Info);
            return LocalRedirect(MyDayHref);
        }
        Asked = found;
        Form = await reader.FormAsync(Day.Id, cancellation);
        return null;
    }

    public sealed class FeedbackInput
    {
        /// <summary>One for each statement.</summary>
        [MaxLength(FeedbackForm.MostStatements)]
        public List<int?> Ratings { get; set; } = [];

        [StringLength(FeedbackAnswer.TextLength), DataType(DataType.MultilineText)]
        public string? Useful { get; set; }

        [StringLength(FeedbackAnswer.TextLength), DataType(DataType.MultilineText)]
        public string? Better { get; set; }
    }
}
