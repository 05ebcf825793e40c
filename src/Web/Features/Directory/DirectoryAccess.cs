using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.Directory;

/// <summary>Finds organisations and what is public about them: whoever has a role at some organisation.</summary>
public sealed class BrowseDirectory : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.CanSomewhere(Right.BrowseDirectory) || viewer.RunsInstallation;
}

/// <summary>Sees an organisation's public facts.</summary>
public sealed class SeeOrganisation() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) =>
        viewer.CanSomewhere(Right.BrowseDirectory) || viewer.RunsInstallation || viewer.Employers.Contains(thing.Id);
}

public sealed class EditOrganisation() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.EditOrganisation, thing.Id);
}

/// <summary>Sees who works at an organisation.</summary>
public sealed class SeePeople() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.SeePeople, thing.Id);
}

/// <summary>Adds, changes and imports the people of an organisation.</summary>
public sealed class EditPeople() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.EditPeople, thing.Id);
}

public sealed class GrantRoles() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.GrantRoles, thing.Id);
}

/// <summary>Sees a person: oneself, or somebody who holds or held a post where one may see people.</summary>
public sealed class SeePerson() : Permission<Person>("person")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, Person thing, AppDb db, CancellationToken cancellation)
    {
        var places = viewer.Where(Right.SeePeople);
        return viewer.PersonId == thing.Id
            || await db.Posts.AnyAsync(post => post.PersonId == thing.Id && places.Contains(post.OrganisationId), cancellation);
    }
}

public sealed class EditPerson() : Permission<Person>("person")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, Person thing, AppDb db, CancellationToken cancellation)
    {
        var places = viewer.Where(Right.EditPeople);
        return await db.Posts.AnyAsync(post => post.PersonId == thing.Id && places.Contains(post.OrganisationId), cancellation);
    }
}
