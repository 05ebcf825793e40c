using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Database;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>The fields of a post in a form.</summary>
public sealed class PostInput
{
    [Required]
    public RoleGroup? RoleGroup { get; set; }

    [StringLength(Post.JobTitleLength)]
    public string? JobTitle { get; set; }

    [StringLength(Post.SubjectLength * Post.MostSubjects)]
    public string? Subjects { get; set; }

    public List<string> KeyStages { get; set; } = [];

    [Display(Name = "Percentage of full time"), Range(1, Post.FullTime)]
    public int FtePercent { get; set; } = Post.FullTime;

    public WorkingDays WorkingDays { get; set; } = WorkingDays.AllWeek;

    [Display(Name = "Line manager"), StringLength(200)]
    public string? LineManager { get; set; }

    [Display(Name = "First day")]
    public DateOnly? StartedOn { get; set; }

    public static IEnumerable<SelectListItem> RoleGroups { get; } =
        [.. Enum.GetValues<RoleGroup>().Select(group => new SelectListItem(group.Words(), group.ToString()))];

    public static IEnumerable<SelectListItem> AllKeyStages { get; } =
        [.. Directory.KeyStages.All.Select(stage => new SelectListItem(stage, stage))];

    public static async Task<PostInput> OfAsync(Post post, AppDb db, CancellationToken cancellation) => new()
    {
        RoleGroup = post.RoleGroup,
        JobTitle = post.JobTitle,
        Subjects = string.Join(", ", post.Subjects),
        KeyStages = [.. post.KeyStages],
        FtePercent = post.FtePercent,
        WorkingDays = post.WorkingDays,
        LineManager = post.LineManagerId is { } id ? await db.People.Where(person => person.Id == id)
            .Select(person => person.Email ?? person.GivenName + " " + person.FamilyName).SingleAsync(cancellation) : null,
        StartedOn = post.StartedOn,
    };

    /// <summary>Writes the fields into a post and says what changed. What is wrong goes into the form.</summary>
    public async Task<Changes> ApplyAsync(Post post, AppDb db, ModelStateDictionary form, CancellationToken cancellation)
    {
        var changes = new Changes();
        var subjects = (Subjects ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (subjects.Count > Post.MostSubjects)
            form.AddModelError("Input.Subjects", $"Name at most {Post.MostSubjects} subjects");
        if (subjects.Find(subject => subject.Length > Post.SubjectLength) is { } tooLong)
            form.AddModelError("Input.Subjects", $"“{tooLong[..20]}…” is too long for a subject. Put a comma between subjects");
        var manager = await FindManagerAsync(post, db, form, cancellation);
        if (!form.IsValid)
            return changes;
        post.RoleGroup = changes.Note("role group", post.RoleGroup, RoleGroup!.Value, RoleGroupWords.Words);
        post.JobTitle = changes.Note("job title", post.JobTitle, JobTitle?.Trim() ?? "");
        post.Subjects = changes.Note("subjects", post.Subjects, subjects);
        post.KeyStages = changes.Note("key stages", post.KeyStages, [.. Directory.KeyStages.All.Where(KeyStages.Contains)]);
        post.FtePercent = changes.Note("percentage of full time", post.FtePercent, FtePercent);
        post.WorkingDays = changes.Note("working days", post.WorkingDays, WorkingDays, PostWords.Days);
        post.StartedOn = changes.Note("first day", post.StartedOn, StartedOn);
        if (post.LineManagerId != manager?.Id)
        {
            var before = post.LineManagerId is { } id ? (await db.People.FindAsync([id], cancellation))!.FullName : "";
            changes.Note("line manager", before, manager?.FullName ?? "");
            post.LineManagerId = manager?.Id;
        }
        return changes;
    }

    /// <summary>By address, or by a name that only one person of the organisation or of its trust has.</summary>
    private async Task<Person?> FindManagerAsync(Post post, AppDb db, ModelStateDictionary form, CancellationToken cancellation)
    {
        var words = SearchWords.Of(LineManager);
        if (words.Count == 0)
            return null;
        var places = await db.Organisations.Where(row => row.Id == post.OrganisationId || (row.TrustId != null
                && db.Organisations.Any(own => own.Id == post.OrganisationId && (own.TrustId == row.TrustId)))
                || db.Organisations.Any(own => own.Id == post.OrganisationId && own.TrustId == row.Id))
            .Select(row => row.Id).ToListAsync(cancellation);
        // Those of the same organisation come first: a name that is there once is meant, whoever else in the trust has it.
        foreach (Guid[] where in (Guid[][])[[post.OrganisationId], [.. places]])
        {
            var people = db.People.Where(person => person.Id != post.PersonId
                && person.Posts.Any(held => where.Contains(held.OrganisationId) && held.EndedOn == null));
            foreach (var word in words)
            {
                people = people.Where(person => person.GivenName.ToLower().Contains(word) || person.FamilyName.ToLower().Contains(word)
                    || person.Email == word);
            }
            var found = await people.OrderBy(person => person.FamilyName).ThenBy(person => person.Id).Take(6).ToListAsync(cancellation);
            if (found.Count == 1)
                return found[0];
            if (found.Count > 1)
            {
                form.AddModelError("Input.LineManager", $"Several people fit: {string.Join(", ", found.Take(5).Select(person => $"{person.FullName}{(person.Email is null ? "" : $" ({person.Email})")}"))}. Write the email address");
                return null;
            }
        }
        form.AddModelError("Input.LineManager", "Nobody of this name works here or elsewhere in the trust");
        return null;
    }
}

/// <summary>The key stages, and what comes before and after them.</summary>
public static class KeyStages
{
    public static IReadOnlyList<string> All { get; } = ["Early years", "Key stage 1", "Key stage 2", "Key stage 3", "Key stage 4", "Key stage 5"];
}
