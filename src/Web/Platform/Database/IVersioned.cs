namespace Guildhall.Web.Platform.Database;

/// <summary>
/// A row that people change. Its version goes up by one with every change, and a change that was begun on an older version is refused:
/// a form carries the version that it showed.
/// </summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>A row that is written once and never changed or deleted.</summary>
public interface IAppendOnly;
