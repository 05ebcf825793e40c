namespace Guildhall.Tables.Tests;

public sealed class ColumnMappingTests
{
    private static readonly WantedField[] Fields =
    [
        new("email", "Email address", "e-mail", "work email", "mail") { IsRequired = true },
        new("name", "Name", "full name", "person") { IsRequired = true },
        new("school", "School", "organisation", "URN"),
        new("role", "Role group", "role"),
    ];

    [Theory]
    [InlineData("Email address")]
    [InlineData("EMAIL_ADDRESS")]
    [InlineData("e-mail address")]
    [InlineData("E-Mail")]
    [InlineData("  Work  e-mail: ")]
    public void CasePunctuationAndSpaceDoNotMatter(string header) =>
        ColumnMapping.Propose(["Notes", header], Fields).ColumnOf("email").ShouldBe(1);

    [Fact]
    public void WhatIsMissingAndWhatIsUnusedIsSaid()
    {
        var mapping = ColumnMapping.Propose(["Notes", "", "Full Name", "Role", "#"], Fields);

        mapping.IsComplete.ShouldBeFalse();
        mapping.Missing.Select(field => field.Words).ShouldBe(["Email address"]);
        mapping.Unused.ShouldBe([0, 4]);
        mapping.ColumnOf("name").ShouldBe(2);
        mapping.ColumnOf("school").ShouldBe(ColumnMapping.None);
    }

    [Fact]
    public void ANameGoesBeforeASynonymAndALikelierSynonymBeforeAnother()
    {
        var mapping = ColumnMapping.Propose(["Person", "Mail", "Work email", "Name", "URN", "Organisation"], Fields);

        mapping.ColumnOf("name").ShouldBe(3);
        mapping.ColumnOf("email").ShouldBe(2);
        mapping.ColumnOf("school").ShouldBe(5);
        mapping.Unused.ShouldBe([0, 1, 4]);
    }

    [Fact]
    public void AColumnIsProposedForOneFieldOnly()
    {
        WantedField[] fields = [new("work", "Work email", "email"), new("home", "Home email", "email")];

        var mapping = ColumnMapping.Propose(["Email"], fields);

        (mapping.ColumnOf("work"), mapping.ColumnOf("home")).ShouldBe((0, ColumnMapping.None));
    }

    [Fact]
    public void WhatAPersonChoseIsRememberedForTheNextFile()
    {
        var first = ColumnMapping.Propose(["Login", "Name", "Role", "Site"], Fields);

        var chosen = first.With("email", 0).With("school", 3).With("role", ColumnMapping.None);

        chosen.IsComplete.ShouldBeTrue();
        chosen.Remember().ShouldBe(new Dictionary<string, string> { ["email"] = "Login", ["name"] = "Name", ["school"] = "Site", ["role"] = "" }, ignoreOrder: true);
        var next = ColumnMapping.Propose(["Role", "School", "SITE", "E-mail", "login", "Name"], Fields, chosen.Remember());
        Fields.Select(field => next.ColumnOf(field.Name)).ShouldBe([4, 5, 2, ColumnMapping.None]);
    }

    [Fact]
    public void ARememberedColumnThatIsGoneIsProposedAnew()
    {
        var next = ColumnMapping.Propose(["E-mail", "Name"], Fields, new Dictionary<string, string> { ["email"] = "Login", ["unknown"] = "x" });

        next.ColumnOf("email").ShouldBe(0);
    }

    [Fact]
    public void AFieldThatAFileLacksIsNotRememberedAsLeftOut()
    {
        var first = ColumnMapping.Propose(["Email", "Name"], Fields);

        ColumnMapping.Propose(["Email", "Name", "School"], Fields, first.Remember()).ColumnOf("school").ShouldBe(2);
    }

    [Fact]
    public void ARememberedColumnMayHaveTwoFields()
    {
        var mapping = ColumnMapping.Propose(["Email", "Name"], Fields, new Dictionary<string, string> { ["email"] = "Email", ["name"] = "Email" });

        (mapping.ColumnOf("email"), mapping.ColumnOf("name")).ShouldBe((0, 0));
        mapping.Unused.ShouldBe([1]);
    }

    [Fact]
    public void WhatCannotBeIsRefused()
    {
        var mapping = ColumnMapping.Propose(["Email"], Fields);

        Should.Throw<ArgumentException>(() => mapping.ColumnOf("nothing"));
        Should.Throw<ArgumentOutOfRangeException>(() => mapping.With("email", 1));
        Should.Throw<ArgumentOutOfRangeException>(() => mapping.With("email", -2));
        Should.Throw<ArgumentException>(() => ColumnMapping.Propose([], [new("a", "A"), new("a", "B")]));
    }
}
