using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.SignIn;

namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>
/// An invented trust of 14 schools with 850 staff, a neighbouring trust, and a hub across both. People and places are those of the
/// example day in examples/day, so that the files and the pages tell of the same day.
/// </summary>
public sealed class DemoTrust(AppDb db, TimeProvider clock)
{
    private const string CentralTeam = "Trust central team";

    private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);

    public async Task<DemoPeople> AddAsync()
    {
        var trust = new Organisation { Kind = OrganisationKind.Trust, Name = "Two Rivers Learning Trust", Town = "Calderbridge", Postcode = "CB1 2TR", LocalAuthority = "Riverside" };
        db.Organisations.Add(trust);
        _organisations[CentralTeam] = trust;
        foreach (var school in DemoSchools.OfTrust)
            _organisations[school.Name] = AddSchool(school, trust);
        var rows = DemoRows.People();
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var row in rows)
            people[row.Id] = AddPerson(row);
        var neighbours = AddNeighbours();
        var hub = new Organisation { Kind = OrganisationKind.Hub, Name = "Calder Valley PD Hub", Town = "Calderbridge", LocalAuthority = "Riverside" };
        db.Organisations.Add(hub);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var member in _organisations.Values.Where(organisation => organisation.Kind == OrganisationKind.School))
            db.Memberships.Add(new Membership { GroupId = hub.Id, MemberId = member.Id, Since = today.AddYears(-2) });
        var demo = new DemoPeople(trust, hub, _organisations, people, rows, DemoCast.Choose(rows, people, neighbours));
        foreach (var (part, person) in demo.Cast.InOrder.Index())
            person.DemoPart = part;
        GrantRoles(demo);
        SetLineManagers(rows, people);
        await db.SaveChangesAsync();
        return demo;
    }

    private Organisation AddSchool(DemoSchool school, Organisation trust)
    {
        var organisation = new Organisation
        {
            Kind = OrganisationKind.School,
            Name = school.Name,
            Phase = school.Phase,
            Street = school.Street,
            Town = school.Town,
            Postcode = school.Postcode,
            LocalAuthority = "Riverside",
            Pupils = school.Pupils,
            TrustId = trust.Id,
        };
        db.Organisations.Add(organisation);
        return organisation;
    }

    private Person AddPerson(DemoPersonRow row)
    {
        var names = row.Name.Split(' ', 2);
        var person = new Person { GivenName = names[0], FamilyName = names[1], StaffNumber = row.Id, Email = Address(row.Name) };
        var job = DemoJobs.Of(row);
        db.People.Add(person);
        db.Posts.Add(new Post
        {
            PersonId = person.Id,
            OrganisationId = _organisations[row.School].Id,
            RoleGroup = job.Group,
            JobTitle = job.Title,
            Subjects = [.. job.Subjects],
            KeyStages = [.. job.KeyStages],
            FtePercent = job.FtePercent,
            WorkingDays = job.Days,
        });
        AddAccount(person);
        return person;
    }

    /// <summary>A demo account has no passphrase: it is entered by a button that exists in demo databases only.</summary>
    private void AddAccount(Person person) => db.Users.Add(new Account
    {
        PersonId = person.Id,
        IsDemo = true,
        UserName = person.Email,
        NormalizedUserName = person.Email!.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = person.Id.ToString("N"),
    });

    private string Address(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetter(letter) ? letter : '.'));
        for (var number = 1; ; number++)
        {
            var address = $"{plain}{(number == 1 ? "" : number)}@two-rivers.example";
            if (_addresses.Add(address))
                return address;
        }
    }

    private List<Person> AddNeighbours()
    {
        var trust = new Organisation { Kind = OrganisationKind.Trust, Name = "Moorside Schools Partnership", Town = "Highfold", Postcode = "HF2 4MS", LocalAuthority = "Moorland" };
        db.Organisations.Add(trust);
        var people = new List<Person>();
        foreach (var school in DemoSchools.OfNeighbours)
        {
            var organisation = AddSchool(school, trust);
            _organisations[school.Name] = organisation;
            foreach (var neighbour in DemoSchools.Neighbours.Where(neighbour => neighbour.School == school.Name))
            {
                var names = neighbour.Name.Split(' ', 2);
                var person = new Person { GivenName = names[0], FamilyName = names[1], Email = Address(neighbour.Name) };
                db.People.Add(person);
                db.Posts.Add(new Post { PersonId = person.Id, OrganisationId = organisation.Id, RoleGroup = neighbour.Group, JobTitle = neighbour.JobTitle });
                AddAccount(person);
                people.Add(person);
            }
        }
        Grant(people[0], Role.PdLead, trust);
        Grant(people[0], Role.Administrator, trust);
        return people;
    }

    private void GrantRoles(DemoPeople demo)
    {
        Grant(demo.Cast.TrustLead, Role.PdLead, demo.Trust);
        Grant(demo.Cast.Administrator, Role.Administrator, demo.Trust);
        Grant(demo.Cast.Head, Role.Leader, demo.Organisations[demo.Cast.HeadsSchool]);
        Grant(demo.Cast.SchoolLead, Role.PdLead, demo.Organisations[demo.Cast.SchoolLeadsSchool]);
        Grant(demo.Cast.HubLead, Role.PdLead, demo.Hub);
        // So that a visitor can add schools from the register.
        db.ChangeTracker.Entries<Account>().Single(entry => entry.Entity.PersonId == demo.Cast.Administrator.Id).Entity.RunsInstallation = true;
    }

    private void Grant(Person person, Role role, Organisation organisation) => db.RoleGrants.Add(new RoleGrant
    {
        PersonId = person.Id,
        OrganisationId = organisation.Id,
        Role = role,
        GrantedAt = clock.GetUtcNow().UtcDateTime,
    });

    /// <summary>The first leader of a school manages its other leaders, and these in turn everybody else.</summary>
    private void SetLineManagers(IReadOnlyList<DemoPersonRow> rows, Dictionary<string, Person> people)
    {
        var posts = db.ChangeTracker.Entries<Post>().ToDictionary(entry => entry.Entity.PersonId, entry => entry.Entity);
        foreach (var school in rows.GroupBy(row => row.School, StringComparer.Ordinal))
        {
            var leaders = school.Where(row => posts[people[row.Id].Id].RoleGroup == RoleGroup.SeniorLeader).Select(row => people[row.Id]).ToList();
            foreach (var (index, row) in school.Index())
            {
                var person = people[row.Id];
                if (leaders.Count > 0 && person != leaders[0])
                    posts[person.Id].LineManagerId = leaders.Contains(person) ? leaders[0].Id : leaders[index % leaders.Count].Id;
            }
        }
    }
}
