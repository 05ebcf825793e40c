using Guildhall.Web.Platform;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>
/// Finds out whom the rows of a file mean and what they change. People are known again by staff number, then by email, then, with a
/// warning, by name.
/// </summary>
internal sealed class PeoplePlanner(PeopleWorld world, DateOnly today)
{
    private const int ManyLeavers = 10;

    private PeoplePlan _plan = null!;

    public PeoplePlan Plan(PeopleContent content, bool isPartial)
    {
        // A school that is not in the file at all has not lost all its people: the file is not about it.
        _plan = new PeoplePlan { Places = [.. content.Rows.Select(row => row.OrganisationId).Distinct()] };
        _plan.Findings.AddRange(content.Findings);
        var groups = new PeopleGroups(_plan.Findings).Of(content.Rows);
        var taken = new Dictionary<Guid, PlannedPerson>();
        // By number and address first: a name must not take somebody whom a later row names for certain.
        foreach (var person in groups.Where(person => FindForCertain(person)))
            Take(person, taken);
        foreach (var person in groups.Where(person => person.Known is null))
        {
            FindByName(person, taken);
            if (person.Known is not null)
                Take(person, taken);
        }
        _plan.People.AddRange(groups);
        foreach (var person in groups)
            MatchPosts(person);
        new LineManagers(_plan, world).Find();
        if (!isPartial)
            FindLeavers(taken);
        return _plan;
    }

    private bool FindForCertain(PlannedPerson person)
    {
        var byNumber = person.First.StaffNumber is { } number ? world.WithNumber(number) : [];
        if (byNumber.Count > 1)
            Error(person.First, $"several people here have the staff number {person.First.StaffNumber}: correct it on their pages first");
        var byEmail = person.First.Email is { } email ? world.WithEmail(email) : null;
        person.Known = byNumber.Count > 0 ? byNumber[0] : byEmail;
        if (byNumber.Count > 0 && byEmail is not null && byEmail.Id != byNumber[0].Id)
        {
            Error(person.First, world.IsOwn(byEmail)
                ? $"the staff number is that of {byNumber[0].FullName}, and the email address that of {byEmail.FullName}"
                : $"the email address {person.First.Email} belongs to somebody else");
        }
        return person.Known is not null;
    }

    private void FindByName(PlannedPerson person, Dictionary<Guid, PlannedPerson> taken)
    {
        var row = person.First;
        var alike = world.WithName(row.NameKey).Where(other => !taken.ContainsKey(other.Id)
            && (other.StaffNumber is null || row.StaffNumber is null) && (other.Email is null || row.Email is null)).ToList();
        if (alike.Count > 1)
            Warn(row, $"several people are called {row.FullName}; this one is taken for somebody new. Give them staff numbers to tell them apart");
        if (alike.Count != 1)
            return;
        person.Known = alike[0];
        Warn(row, $"{row.FullName} is known again by the name alone");
    }

    private void Take(PlannedPerson person, Dictionary<Guid, PlannedPerson> taken)
    {
        var known = person.Known!;
        if (!taken.TryAdd(known.Id, person))
            Error(person.First, $"{taken[known.Id].First.Where} means the same person, {known.FullName}");
        person.MayChangeFacts = world.IsOwn(known) && world.IsWholly(known);
        var row = person.First;
        var differs = row.NameKey != PeopleRow.KeyOfName(known.FullName);
        if (!world.IsOwn(known))
        {
            // Only a name that fits shows that the person is meant; it is not said who has the address.
            if (differs)
            {
                person.Known = null;
                Error(row, $"the email address {row.Email} belongs to somebody of another name at another employer");
            }
            else
            {
                Warn(row, $"{row.FullName} works elsewhere already and gets a post here as well; name and address stay as they are");
            }
        }
        else if (!person.MayChangeFacts && (differs || (row.Email is not null && row.Email != known.Email) || (row.StaffNumber is not null && row.StaffNumber != known.StaffNumber)))
        {
            Warn(row, $"{known.FullName} has a post or a role elsewhere, too; name, address and staff number stay as they are");
        }
        else if (differs && !PeopleRow.KeyOfName(known.FullName).Split(' ').Intersect(row.NameKey.Split(' '), StringComparer.Ordinal).Any())
        {
            Warn(row, $"{row.FullName} has the number or address of {known.FullName}: look whether that is the same person");
        }
    }

    private bool IsHeld(Post post) => post.EndedOn is null || post.EndedOn > today;

    private void MatchPosts(PlannedPerson person)
    {
        var free = person.Known?.Posts.Where(post => IsHeld(post) && _plan.Places.Contains(post.OrganisationId)).ToList() ?? [];
        var open = new List<PeopleRow>(person.Rows);
        // The likeliest pairs first: the same job, then the same kind of job, then any at the same place.
        Match((row, post) => post.RoleGroup == row.RoleGroup && (row.JobTitle is null || row.JobTitle == post.JobTitle));
        Match((row, post) => post.RoleGroup == row.RoleGroup);
        Match((_, _) => true);
        foreach (var row in open)
            person.Posts.Add((row, null));
        person.Ending.AddRange(free);

        void Match(Func<PeopleRow, Post, bool> fits)
        {
            foreach (var row in open.ToList())
            {
                if (free.Find(post => post.OrganisationId == row.OrganisationId && fits(row, post)) is not { } post)
                    continue;
                person.Posts.Add((row, post));
                free.Remove(post);
                open.Remove(row);
            }
        }
    }

    private void FindLeavers(Dictionary<Guid, PlannedPerson> taken)
    {
        var staff = 0;
        foreach (var person in world.Own)
        {
            var ending = person.Posts.Where(post => IsHeld(post) && _plan.Places.Contains(post.OrganisationId)).ToList();
            staff += ending.Count > 0 ? 1 : 0;
            if (ending.Count == 0 || taken.ContainsKey(person.Id))
                continue;
            _plan.Leavers.Add((person, ending));
            if (world.Administrators.Contains(person.Id))
                _plan.Findings.Add(new PeopleFinding("", $"{person.FullName} becomes a leaver and stays administrator: take the role away by hand if that is meant", IsError: false));
        }
        if (_plan.Leavers.Count >= ManyLeavers && _plan.Leavers.Count * 4 > staff)
        {
            _plan.Findings.Insert(0, new PeopleFinding("", $"{Count.Of(_plan.Leavers.Count, "person", "people")} of {staff} would become leavers. "
                + $"If the file holds only some of the people, send it again and say so", IsError: false));
        }
    }

    private void Error(PeopleRow row, string words) => _plan.Findings.Add(new PeopleFinding(row.Where, words, IsError: true));

    private void Warn(PeopleRow row, string words) => _plan.Findings.Add(new PeopleFinding(row.Where, words, IsError: false));
}
