namespace Guildhall.Web.Features.TrainingDays.Demo;

/// <summary>A speaker from outside, who has no account, in the demo's call.</summary>
internal sealed record DemoSpeaker(string Name, string Employer)
{
    /// <summary>They present what nobody of the trust does, in the order of the workshops.</summary>
    public static IReadOnlyList<DemoSpeaker> All { get; } =
    [
        new("Dr Farida Noon", "Northern Reading Network"),
        new("Ellie Thwaite", "Riverside Library Service"),
        new("Gareth Pugh", "Calder Gallery"),
        new("Marcus Adeyemi", "Riverside School Sport Partnership"),
        new("Dr Helen Brandt", "Calder University"),
        new("Joanne Whitty", "Feedback First"),
        new("Sam Okoro", "Northern Maths Circle"),
        new("Leila Haddad", "Riverside English Language Service"),
        new("Tom Birkett", "Parents' Voice Riverside"),
        new("Anna Kowalczyk", "Calder Valley PD Hub"),
        new("Pete Ramsden", "Play Well Outdoors"),
        new("Denise Obi", "Riverside Council"),
        new("Graham Sykes", "Calderbridge College"),
        new("Priya Raman", "Riverside Police"),
    ];

    /// <summary>An address that can reach nobody.</summary>
    public string Email => $"{Name.Replace("Dr ", "", StringComparison.Ordinal).Replace(' ', '.').ToLowerInvariant()}@speaker.example";
}
