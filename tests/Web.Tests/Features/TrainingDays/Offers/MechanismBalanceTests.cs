using Guildhall.Web.Features.TrainingDays.Offers;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>The four groups of the fourteen mechanisms: 2, 3, 5 and 4 (EEF 2021).</summary>
public sealed class MechanismBalanceTests
{
    [Fact]
    public void The_groups_are_of_two_three_five_and_four() =>
        Enum.GetValues<Mechanism>().CountBy(mechanism => mechanism.Group()).OrderBy(pair => pair.Key).Select(pair => pair.Value).ShouldBe([2, 3, 5, 4]);

    [Theory]
    [InlineData("Balanced design: you have none of the four groups; missing: build knowledge, motivate staff, develop techniques, embed practice.")]
    [InlineData("Balanced design: you have one of the four groups; missing: motivate staff, develop techniques, embed practice.", Mechanism.RevisitPriorLearning, Mechanism.ManageCognitiveLoad)]
    [InlineData("Balanced design: you have three of the four groups; missing: motivate staff.", Mechanism.ManageCognitiveLoad, Mechanism.Rehearse, Mechanism.PromptsAndCues)]
    [InlineData("Balanced design: you have all of the four groups.", Mechanism.ManageCognitiveLoad, Mechanism.SetGoals, Mechanism.Instruct, Mechanism.Repetition)]
    public void It_says_what_is_missing(string words, params Mechanism[] mechanisms)
    {
        MechanismBalance.Of(mechanisms).Words.ShouldBe(words);
        MechanismBalance.Of(mechanisms).ToReader.ShouldBe(words.Replace("you have", "this offer has", StringComparison.Ordinal));
    }
}
