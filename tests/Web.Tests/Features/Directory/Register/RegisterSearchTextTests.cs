using Guildhall.Web.Features.Directory.Register;

namespace Guildhall.Web.Tests.Features.Directory.Register;

public sealed class RegisterSearchTextTests
{
    private static readonly RegisterEntry School = new(125999, "St. Mary's C.E. Primary & Nursery School")
    {
        Locality = "Stoke D'Abernon",
        Town = "Walton-on-Thames",
        Postcode = "KT12 3AB",
        Trust = new RegisterTrust(7, "FIERTÉ MULTI-ACADEMY TRUST", IsForOneSchool: false),
        LocalAuthority = "Surrey",
    };

    [Fact]
    public void TheTextIsPlain() => RegisterSearchText.Of(School).ShouldBe(
        "st marys ce primary and nursery school stoke dabernon walton on thames kt12 3ab kt123ab 125999 fierte multi academy trust surrey saint church of england cofe");

    [Theory]
    [InlineData("st marys")]
    [InlineData("St. Mary’s")]
    [InlineData("ST.MARY'S")]
    [InlineData("Saint Mary")]
    [InlineData("sain mar")]
    [InlineData("mary walton")]
    [InlineData("walton on thames")]
    [InlineData("Walton-on-Thames, Surrey")]
    [InlineData("D'Abernon")]
    [InlineData("kt12 3ab")]
    [InlineData("KT123AB")]
    [InlineData("kt12")]
    [InlineData("125999")]
    [InlineData("1259")]
    [InlineData("fierte trust")]
    [InlineData("Fierté")]
    [InlineData("Fierte\u0301")]
    [InlineData("CofE primary")]
    [InlineData("C of E primary")]
    [InlineData("church of england")]
    [InlineData("primary & nursery")]
    [InlineData("primary and nursery")]
    public void TheSchoolIsFoundBy(string query) => IsFound(query).ShouldBeTrue();

    [Theory]
    [InlineData("st johns")]
    [InlineData("mary guildford")]
    [InlineData("kt12 4")]
    [InlineData("126")]
    [InlineData("catholic")]
    [InlineData("%")]
    [InlineData("")]
    public void TheSchoolIsNotFoundBy(string query) => IsFound(query).ShouldBeFalse();

    [Theory]
    [InlineData("St Joseph RC School", "roman catholic")]
    [InlineData("Holy Cross Roman Catholic School", "rc")]
    [InlineData("Saint Paul School", "st paul")]
    [InlineData("Hill C of E School", "ce hill")]
    [InlineData("Hill Church of England School", "cofe")]
    public void NamesWrittenInTwoWaysAreFound(string name, string query)
    {
        var text = RegisterSearchText.Of(new RegisterEntry(1, name)).Split(' ');
        RegisterSearchText.Words(query).ShouldAllBe(word => text.Contains(word));
    }

    [Fact]
    public void AQueryHasAtMostEightWordsEachOnceAndWithoutSigns()
    {
        RegisterSearchText.Words(" a%  b_ 'c' a\\ d[e] ").ShouldBe(["a", "b", "c", "d", "e"]);
        RegisterSearchText.Words("1 2 3 4 5 6 7 8 9 10").ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8"]);
        RegisterSearchText.Words(null).ShouldBeEmpty();
        RegisterSearchText.Words(" .,-% ").ShouldBeEmpty();
        RegisterSearchText.Words(new string('a', 5_000)).ShouldHaveSingleItem().Length.ShouldBe(RegisterSearchText.MaxLength);
    }

    [Fact]
    public void ATextIsNeverTooLong() =>
        RegisterSearchText.Of(new RegisterEntry(1, string.Join(' ', Enumerable.Repeat("St Æthelred", 500)))).Length.ShouldBe(RegisterSearchText.MaxLength);

    private static bool IsFound(string query)
    {
        var text = RegisterSearchText.Of(School);
        var words = RegisterSearchText.Words(query);
        return words.Count > 0 && words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
