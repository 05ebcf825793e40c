namespace Guildhall.Bench.Days.Example;

/// <summary>What a workshop of the example day is about; people care for some of these more than for others.</summary>
internal enum Theme
{
    Reading,
    Maths,
    Curriculum,
    Assessment,
    Inclusion,
    Behaviour,
    Wellbeing,
    Digital,
    Leadership,
    Operations,
}

/// <summary>Which schools a workshop is aimed at; the others may come, and seldom wish to.</summary>
internal enum Phase
{
    All,
    Primary,
    Secondary,
}

/// <summary>A workshop of the example day.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Theme">What it is about.</param>
/// <param name="Phase">Which schools it is aimed at.</param>
/// <param name="Appeal">How much it is wished for, 1 to 10.</param>
/// <param name="Runs">In how many of the three slots it runs.</param>
/// <param name="Groups">The role groups that it is for; none = everybody.</param>
internal sealed record ExampleWorkshop(string Title, Theme Theme, Phase Phase, int Appeal, int Runs = 1, params string[] Groups);
