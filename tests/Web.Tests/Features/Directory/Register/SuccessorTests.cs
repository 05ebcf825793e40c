using static Guildhall.Web.Tests.Features.Directory.Register.RegisterFiles;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class SuccessorTests
{
    [Fact]
    public void AClosedSchoolPointsToItsSuccessorAndComesAfterIt()
    {
        var (entries, findings) = Read(
            Schools("URN=100001; EstablishmentStatus (name)=Closed", "URN=100002; EstablishmentStatus (name)=Closed", "URN=140001"),
            links: Links(
                "URN=100001; LinkURN=140001; LinkName=Hill Academy; LinkType=Successor; LinkEstablishedDate=01-09-2016",
                "URN=140001; LinkURN=100001; LinkName=Hill School; LinkType=Predecessor; LinkEstablishedDate=01-09-2016"));

        entries.Select(entry => entry.Urn).ShouldBe([100002, 140001, 100001]);
        entries.Select(entry => entry.SuccessorUrns.ToArray()).ShouldBe([[], [], [140001]]);
        findings.Said().ShouldBeEmpty();
    }

    [Theory]
    // A chain is followed to its open end, and not beyond: the open school's own successor lies in the future.
    [InlineData("1>2 2>3 3>4", "1 2", new[] { 3 })]
    // A split school has two successors; a merger one.
    [InlineData("1>5 1>4", "1", new[] { 4, 5 })]
    [InlineData("1>2 1>3 2>4 3>4", "1 2 3", new[] { 4 })]
    // Nowhere to go.
    [InlineData("1>2", "1 2", new int[0])]
    [InlineData("1>2 2>1", "1 2", new int[0])]
    [InlineData("1>2 2>3 3>2", "1 2 3", new int[0])]
    [InlineData("1>1", "1", new int[0])]
    // A circle with a way out.
    [InlineData("1>2 2>1 2>3", "1 2", new[] { 3 })]
    // A school outside the file counts when nothing comes after it.
    [InlineData("1>8", "1", new[] { 8 })]
    [InlineData("1>8 8>9", "1", new[] { 9 })]
    [InlineData("1>8 8>3", "1", new[] { 3 })]
    // The successor's own word counts where the closed school says nothing, and not against its word.
    [InlineData("2<1", "1", new[] { 2 })]
    [InlineData("2<1 1>3", "1", new[] { 3 })]
    [InlineData("1=2", "1", new[] { 2 })]
    [InlineData("1=2 2=1", "1 2", new int[0])]
    // Links of other kinds are none.
    [InlineData("1?2", "1", new int[0])]
    public void LinksAreFollowed(string links, string closed, int[] expected)
    {
        var schools = Enumerable.Range(1, 6).Select(number => $"URN=10000{number}; EstablishmentStatus (name)={(closed.Contains(number.ToString()) ? "Closed" : "Open")}");
        var rows = links.Split(' ').Select(link => $"URN=10000{link[0]}; LinkURN=10000{link[2]}; LinkType=" + link[1] switch
        {
            '>' => "Successor - merged",
            '<' => "Predecessor",
            '=' => "Result of Amalgamation",
            _ => "Sixth Form Centre Link",
        });

        var (entries, _) = Read(Schools([.. schools]), links: Links([.. rows]));

        entries.Count.ShouldBe(6);
        entries.Single(entry => entry.Urn == 100001).SuccessorUrns.ShouldBe(expected.Select(number => 100000 + number));
    }

    [Fact]
    public void LinksThatLeadNowhereAreSaid()
    {
        var (_, findings) = Read(
            Schools("URN=100001; EstablishmentStatus (name)=Closed", "URN=100002; EstablishmentStatus (name)=Closed"),
            links: Links("URN=100001; LinkURN=100002; LinkType=Successor", "URN=100002; LinkURN=100001; LinkType=Successor", "URN=100002; LinkURN=?; LinkType=Successor"));

        findings.Said().ShouldBe(
        [
            "Row 4 LinkURN: '?' is not a URN, which has six digits; the row is left out",
            "Note 2 URN: the links of the closed school 100001 lead to no school that is open; it gets no successor",
            "Note 3 URN: the links of the closed school 100002 lead to no school that is open; it gets no successor",
        ]);
    }
}
