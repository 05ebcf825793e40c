namespace Guildhall.Web.Features.Directory.Import;

/// <summary>Writes what a plan says of a person into the person and their posts, and tells it in words. On a copy it is the preview.</summary>
internal static class PeopleChange
{
    /// <summary>Somebody new, with their posts.</summary>
    public static Person New(PlannedPerson planned)
    {
        var row = planned.First;
        var person = new Person
        {
            Id = planned.Id,
            GivenName = row.GivenName,
            FamilyName = row.FamilyName,
            Email = planned.Rows.Select(one => one.Email).FirstOrDefault(email => email is not null),
            StaffNumber = planned.Rows.Select(one => one.StaffNumber).FirstOrDefault(number => number is not null),
        };
        return person;
    }

    /// <summary>A new post of a row.</summary>
    public static Post New(PlannedPerson planned, PeopleRow row) => new()
    {
        PersonId = planned.Id,
        OrganisationId = row.OrganisationId,
        RoleGroup = row.RoleGroup,
        JobTitle = row.JobTitle ?? "",
        Subjects = row.Subjects ?? [],
        KeyStages = row.KeyStages ?? [],
        FtePercent = row.FtePercent ?? Post.FullTime,
        WorkingDays = row.WorkingDays ?? WorkingDays.AllWeek,
        LineManagerId = planned.Managers.TryGetValue(row, out var manager) ? manager.Id : null,
        StartedOn = row.StartedOn,
    };

    /// <summary>Changes somebody known, without the posts that are new.</summary>
    /// <returns>What changed, old and new.</returns>
    public static Changes Apply(PlannedPerson planned, DateOnly today, Func<Guid, string> nameOf)
    {
        var changes = new Changes();
        var person = planned.Known!;
        var row = planned.First;
        if (planned.MayChangeFacts)
        {
            person.GivenName = changes.Note("given name", person.GivenName, row.GivenName);
            person.FamilyName = changes.Note("family name", person.FamilyName, row.FamilyName);
            person.Email = changes.Note("email", person.Email, row.Email ?? person.Email);
            person.StaffNumber = changes.Note("staff number", person.StaffNumber, row.StaffNumber ?? person.StaffNumber);
        }
        if (person.LeftOn is not null && planned.Posts.Count > 0)
            person.LeftOn = changes.Note<DateOnly?>("left on", person.LeftOn, null);
        foreach (var (from, post) in planned.Posts)
        {
            if (post is null)
            {
                changes.Note("posts", "", $"{(from.JobTitle ?? from.RoleGroup.Words())} at {nameOf(from.OrganisationId)}");
                continue;
            }
            post.RoleGroup = changes.Note("role group", post.RoleGroup, from.RoleGroup, RoleGroupWords.Words);
            post.JobTitle = changes.Note("job title", post.JobTitle, from.JobTitle ?? post.JobTitle);
            post.Subjects = changes.Note("subjects", post.Subjects, from.Subjects ?? post.Subjects);
            post.KeyStages = changes.Note("key stages", post.KeyStages, from.KeyStages ?? post.KeyStages);
            post.FtePercent = changes.Note("percentage of full time", post.FtePercent, from.FtePercent ?? post.FtePercent);
            post.WorkingDays = changes.Note("working days", post.WorkingDays, from.WorkingDays ?? post.WorkingDays, PostWords.Days);
            post.StartedOn = changes.Note("first day", post.StartedOn, from.StartedOn ?? post.StartedOn);
            if (planned.Managers.TryGetValue(from, out var manager) && manager.Id != post.LineManagerId)
            {
                changes.Note("line manager", "another or none", manager.Name);
                post.LineManagerId = manager.Id;
            }
        }
        foreach (var post in planned.Ending)
        {
            changes.Note("posts", $"{post.JobTitle} at {nameOf(post.OrganisationId)}", "");
            post.EndedOn = today;
        }
        return changes;
    }
}
