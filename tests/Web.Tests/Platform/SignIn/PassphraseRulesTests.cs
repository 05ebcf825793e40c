using Guildhall.Web.Platform.SignIn.Guessing;

namespace Guildhall.Web.Tests.Platform.SignIn;

public sealed class PassphraseRulesTests
{
    [Theory]
    [InlineData("password1234567")]
    [InlineData("P@ssw0rd1234567!")]
    [InlineData("passwordpassword")]
    [InlineData("aaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("123456789012345678")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("poiuytrewqlkjhgfdsa")]
    [InlineData("Welcome to Guildhall 2027")]
    [InlineData("WinterSchool2026!!")]
    [InlineData("correct horse battery staple")]
    [InlineData("the quick brown fox")]
    [InlineData("iloveyouiloveyou1")]
    [InlineData("p-a-s-s-w-o-r-d-1-2-3")]
    [InlineData("samantha okonkwo 1987")]
    [InlineData("okonkwookonkwo2027")]
    [InlineData("!!!!!!!!!!!!!!!!")]
    [InlineData("               ")]
    [InlineData("fourteen chars")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_tried_early_is_refused(string? passphrase) =>
        PassphraseRules.Refusal(passphrase, "Samantha", "Okonkwo", "okonkwo.sam").ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData("seven quiet otters by the weir")]
    [InlineData("my dog barks at night")]
    [InlineData("x$K9#vL2@pQ7!mZ")]
    [InlineData("gate tulip wrench moth")]
    [InlineData("the password is fluffy slippers")]
    [InlineData("vier kleine Enten im Regen")]
    [InlineData("молоко сирень ведро утка")]
    [InlineData("9f2c7be14a6d803e5b")]
    public void What_is_hard_to_guess_is_welcome(string passphrase) =>
        PassphraseRules.Refusal(passphrase, "Samantha", "Okonkwo", "okonkwo.sam").ShouldBeNull();

    [Fact]
    public void The_reason_names_what_was_found() =>
        PassphraseRules.Refusal("Summer2026Summer").ShouldBe("This is easy to guess: it is mostly “summer” and “2026” and “summer”. Use four words that do not belong together");

    [Fact]
    public void The_longest_is_looked_at_quickly()
    {
        var begin = TimeProvider.System.GetTimestamp();
        PassphraseRules.Refusal(string.Concat(Enumerable.Repeat("ab1c", PassphraseRules.Longest / 4)));
        PassphraseRules.Refusal(new string('x', 1_000_000))!.ShouldContain("200 characters");
        TimeProvider.System.GetElapsedTime(begin).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
