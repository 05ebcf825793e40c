using Guildhall.Web.Features.Directory.Import;
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
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.EditOrganisation, thing.Id) || viewer.RunsInstallation;
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

/// <summary>Gives roles and takes them away. Whoever runs the installation gives a new organisation its first administrator.</summary>
public sealed class GrantRoles() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.GrantRoles, thing.Id) || viewer.RunsInstallation;
}

/// <summary>Reads who did what in an organisation.</summary>
public sealed class SeeAudit() : Permission<Organisation>("organisation")
{
    protected override bool Allows(Viewer viewer, Organisation thing) => viewer.Can(Right.SeeAudit, thing.Id);
}

/// <summary>Looks schools up in the national register and takes them into the directory; which ones, the page asks.</summary>
public sealed class UseRegister : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.CanSomewhere(Right.GrantRoles) || viewer.RunsInstallation;
}

/// <summary>Adds a hub, network, provider or trust that no register knows.</summary>
public sealed class AddOrganisation : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.CanSomewhere(Right.EditOrganisation) || viewer.RunsInstallation;
}

/// <summary>Follows an import of people and carries it out.</summary>
public sealed class RunPeopleImport() : Permission<PeopleImport>("import")
{
    protected override bool Allows(Viewer viewer, PeopleImport thing) => viewer.Can(Right.EditPeople, thing.OrganisationId);
}

/// <summary>Sees which emails never arrived: whoever keeps people's addresses somewhere, of their people; whoever runs the installation, all.</summary>
public sealed class SeeLostMails : GeneralPermission
{
    protected override bool Allows(Viewer viewer) => viewer.CanSomewhere(Right.EditPeople) || viewer.RunsInstallation;
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

/// <summary>Changes a person's posts at one's organisations. What belongs to the person alone, <see cref="PersonReach"/> decides.</summary>
public sealed class EditPerson() : Permission<Person>("person")
{
    protected override async ValueTask<bool> AllowsAsync(Viewer viewer, Person thing, AppDb db, CancellationToken cancellation)
    {
        var places = viewer.Where(Right.EditPeople);
        return await db.Posts.AnyAsync(post => post.PersonId == thing.Id && places.Contains(post.OrganisationId), cancellation);
    }
}

/// <summary>Changes or ends a post at one's organisation.</summary>
public sealed class EditPost() : Permission<Post>("post")
{
    protected override bool Allows(Viewer viewer, Post thing) => viewer.Can(Right.EditPeople, thing.OrganisationId);
}
