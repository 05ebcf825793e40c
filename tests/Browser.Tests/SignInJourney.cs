namespace Guildhall.Browser.Tests;

public sealed class SignInJourney
{
    [Theory, EveryDevice]
    public async Task Somebody_enters_the_demo_by_a_button_and_sees_their_own_page(Device device)
    {
        await using var visit = await (await Demo.SharedAsync("collecting")).VisitAsync(device);
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        visit.Page.Url.ShouldContain("/sign-in");
        await visit.ShouldBeSound("sign-in");

        await visit.SignInAsync("Teacher: chooses workshops");
        (await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1);
        await visit.ShouldBeSound("home");
    }

    [Fact]
    public async Task The_guard_sees_a_picture_without_words()
    {
        await using var visit = await (await Demo.SharedAsync("collecting")).VisitAsync(Device.Desktop);
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.EvaluateAsync("() => document.querySelector('main').append(new Image())");
        (await Assert.ThrowsAsync<ShouldAssertException>(visit.Page.ShouldBeAccessible)).Message.ShouldContain("image-alt");
    }
}
