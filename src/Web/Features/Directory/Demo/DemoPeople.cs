namespace Guildhall.Web.Features.Directory.Demo;

/// <summary>What the demo's training day needs of its people.</summary>
/// <param name="Trust">The invented trust.</param>
/// <param name="Hub">The hub across both trusts.</param>
/// <param name="Organisations">Schools by name, and the trust under the name of its central team.</param>
/// <param name="People">Everybody of the trust, by the number in examples/day/people.csv.</param>
/// <param name="Rows">The rows of that file.</param>
/// <param name="Cast">Those whom a visitor can be.</param>
public sealed record DemoPeople(
    Organisation Trust,
    Organisation Hub,
    IReadOnlyDictionary<string, Organisation> Organisations,
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyList<DemoPersonRow> Rows,
    DemoCast Cast);
